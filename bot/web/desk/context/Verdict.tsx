import { server } from '../api/server';
import type { Packet } from '../api/types';
import { verdictName } from '../names';
import { useTools } from '../tools';

interface Props {
  verdict: Packet['verdict'];
  conversation: string;
  version: number;
  /** Whether an exception was asked for that nobody has decided. */
  isAsked: boolean;
  mayApprove: boolean;
}

/** What law and shop say of the matter, with the clause; and the exception that a person may make from it. */
export function Verdict({ verdict, conversation, version, isAsked, mayApprove }: Props) {
  const { say, attempt } = useTools();
  if (!verdict) return null;
  return (
    <section>
      <h2>{say('verdict')}</h2>
      <p className="verdict">
        <strong className={verdict.kind}>{verdictName(say, verdict.kind)}</strong> {verdict.rule}
        {verdict.clause && ` · ${verdict.clause}`}
      </p>
      <p className="small">{verdict.text}</p>
      {verdict.refund && (
        <p className="verdict">
          {say('wouldRefund')} <strong>{verdict.refund.text}</strong>
        </p>
      )}
      {verdict.isApproved && <p className="approved">{say('isApproved')}</p>}
      {verdict.mayBeApproved && mayApprove && (
        <p className="actions">
          <button className="button" type="button" disabled={isAsked} onClick={() => void attempt(() => server.approve(conversation, version))}>
            {say('approve')}
          </button>
        </p>
      )}
      <p className="small" role="status">
        {isAsked && verdict.mayBeApproved && mayApprove ? say('askedSupervisor') : ''}
      </p>
    </section>
  );
}
