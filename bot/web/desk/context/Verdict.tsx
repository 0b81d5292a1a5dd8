import { useState } from 'react';
import { server } from '../api/server';
import type { Packet } from '../api/types';
import { verdictName } from '../names';
import { useTools } from '../tools';

interface Props {
  verdict: Packet['verdict'];
  conversation: string;
  version: number;
  mayApprove: boolean;
}

/** What law and shop say of the matter, with the clause; and the exception that a person may make from it. */
export function Verdict({ verdict, conversation, version, mayApprove }: Props) {
  const { say, attempt } = useTools();
  const [asked, setAsked] = useState(false);
  if (!verdict) return null;
  const approve = () =>
    attempt(async () => {
      const answer = await server.approve(conversation, version);
      setAsked(answer.state === 'asked');
    });
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
          <button className="button" type="button" disabled={asked} onClick={() => void approve()}>
            {say('approve')}
          </button>
        </p>
      )}
      <p className="small" role="status">
        {asked && !verdict.isApproved ? say('askedSupervisor') : ''}
      </p>
    </section>
  );
}
