import type { Packet } from '../api/types';
import { useTools } from '../tools';

interface Props {
  packet: Packet;
  mayDelegate: boolean;
  onDelegate: (slot: string) => void;
}

/** What is not known yet; the bot can collect it. */
export function Missing({ packet, mayDelegate, onDelegate }: Props) {
  const { say } = useTools();
  if (packet.missing.length === 0) return null;
  return (
    <section>
      <h2>{say('missing')}</h2>
      <ul className="missing">
        {packet.missing.map(gap => (
          <li key={gap.slot}>
            <span>
              {gap.name}
              {gap.isNext && <em> · {say('next')}</em>}
            </span>
            {mayDelegate && (
              <button className="link" type="button" aria-label={`${gap.name} ${say('letBot')}`} onClick={() => onDelegate(gap.slot)}>
                {say('letBot')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
