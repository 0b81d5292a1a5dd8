import type { Conversation } from '../state';
import type { Handing } from '../handing/PreviewDialog';
import { useTools } from '../tools';
import { Facts } from './Facts';
import { Matters } from './Matters';
import { Missing } from './Missing';
import { Orders } from './Orders';
import { Verdict } from './Verdict';

interface Props {
  id: string;
  conversation: Conversation;
  onHanding: (handing: Handing) => void;
}

/** Everything that is known, so that nothing is asked twice; and the ways back. */
export function ContextColumn({ id, conversation, onHanding }: Props) {
  const { say } = useTools();
  const { packet, version, owner } = conversation;
  if (!packet) return <aside className="context" aria-label={say('context')} />;
  return (
    <aside className="context" aria-label={say('context')}>
      <section>
        <h2>{say('brief')}</h2>
        <p className="brief">{packet.brief}</p>
      </section>
      {packet.suggested.length > 0 && (
        <section>
          <h2>{say('suggested')}</h2>
          <ul className="suggested">
            {packet.suggested.map(step => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </section>
      )}
      <Facts packet={packet} conversation={id} version={version} />
      <Missing packet={packet} mayDelegate={packet.botCanGoOn && owner.kind === 'agent'} onDelegate={slot => onHanding({ act: 'delegate', slot })} />
      <Verdict verdict={packet.verdict} />
      <section className="ways">
        <button className="button primary" type="button" onClick={() => onHanding({ act: 'return' })}>
          {say('giveBack')} <kbd>b</kbd>
        </button>
        <button className="button" type="button" onClick={() => onHanding({ act: 'end' })}>
          {say('end')} <kbd>w</kbd>
        </button>
      </section>
      <Orders packet={packet} />
      <Matters packet={packet} />
    </aside>
  );
}
