import type { Packet } from '../api/types';
import type { Handing } from '../handing/PreviewDialog';
import { useTools } from '../tools';

interface Props {
  packet: Packet;
  /** Whether it is one's own. */
  mayAct: boolean;
  onHanding: (handing: Handing) => void;
}

/** What the customer bought, with what can be begun for each; the order that it is about lies open. */
export function Orders({ packet, mayAct, onHanding }: Props) {
  const { say, locale } = useTools();
  if (packet.orders.length === 0) return null;
  return (
    <section>
      <h2>{say('orders')}</h2>
      {packet.orders.map(order => (
        <details key={order.id} open={order.isMeant}>
          <summary>
            {order.id} · {order.status}
          </summary>
          {order.placedAt && <p className="small">{say('placed', { day: new Date(order.placedAt).toLocaleDateString(locale, { dateStyle: 'medium' }) })}</p>}
          <ul className="rows">
            {order.lines.map((line, at) => (
              <li key={at}>
                <span>
                  <bdi>{line.title}</bdi> ×{line.quantity}
                </span>
                <span className="small">{line.price}</span>
              </li>
            ))}
          </ul>
          {mayAct && (
            <p className="actions">
              {(['return', 'refund', 'return.undo', 'complaint'] as const).map(intent => (
                <button key={intent} className="link" type="button" onClick={() => onHanding({ act: 'start', intent, about: order.id })}>
                  {say(`start.${intent}`)}
                </button>
              ))}
            </p>
          )}
        </details>
      ))}
    </section>
  );
}
