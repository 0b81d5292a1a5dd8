import type { Packet } from '../api/types';
import { useTools } from '../tools';

/** The customer's open cases with their promises, and what this conversation gave receipts for. */
export function Matters({ packet }: { packet: Packet }) {
  const { say, locale } = useTools();
  const time = (at: string) => new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      {packet.cases.length > 0 && (
        <section>
          <h2>{say('cases')}</h2>
          <ul className="rows">
            {packet.cases.map(matter => (
              <li key={matter.number}>
                <span>{matter.number}</span>
                {matter.answerBy && <span className="small">{say('answerBy', { time: time(matter.answerBy) })}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {packet.receipts.length > 0 && (
        <section>
          <h2>{say('receipts')}</h2>
          <ul className="rows">
            {packet.receipts.map(receipt => (
              <li key={receipt.number}>{receipt.number}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
