import { server } from '../api/server';
import { dispositions, type InboxItem } from '../api/types';
import { useTools } from '../tools';
import { Countdown } from './Countdown';

/** How it ended, while that may be said; until then the place is taken. */
export function WrapUp({ item }: { item: InboxItem }) {
  const { say, attempt } = useTools();
  return (
    <section className="wrap-up" aria-label={say('wrapUp')}>
      <h2>
        {say('wrapUp')} {item.wrapUpUntil && <Countdown until={item.wrapUpUntil} />}
      </h2>
      <p className="name">{item.customerName ?? say('unknown')}</p>
      <div className="actions">
        {dispositions.map(code => (
          <button key={code} className="button" type="button" onClick={() => void attempt(() => server.wrapUp(item.id, code))}>
            {say(`ended.${code}`)}
          </button>
        ))}
      </div>
    </section>
  );
}
