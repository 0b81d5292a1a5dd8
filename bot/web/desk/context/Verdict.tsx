import type { Packet } from '../api/types';
import { useTools } from '../tools';

/** What law and shop say of the matter, with the clause. */
export function Verdict({ verdict }: { verdict: Packet['verdict'] }) {
  const { say } = useTools();
  if (!verdict) return null;
  return (
    <section>
      <h2>{say('verdict')}</h2>
      <p className="verdict">
        <strong className={verdict.kind}>{say(verdict.kind)}</strong> {verdict.rule}
        {verdict.clause && ` · ${verdict.clause}`}
      </p>
      <p className="small">{verdict.text}</p>
    </section>
  );
}
