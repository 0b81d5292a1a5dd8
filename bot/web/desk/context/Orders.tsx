import type { Packet } from '../api/types';
import { useTools } from '../tools';

/** What the customer bought; the order that it is about lies open. */
export function Orders({ packet }: { packet: Packet }) {
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
                  {line.title} ×{line.quantity}
                </span>
                <span className="small">{line.price}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
