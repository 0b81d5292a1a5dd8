import type { ReactNode } from 'react';
import type { Conversation } from '../state';
import type { Handing } from '../handing/PreviewDialog';
import { useTools } from '../tools';
import { CustomerCard } from './CustomerCard';
import { Facts } from './Facts';
import { Matters } from './Matters';
import { Missing } from './Missing';
import { Orders } from './Orders';
import { Verdict } from './Verdict';

interface Props {
  id: string;
  conversation: Conversation;
  /** Whether it is one's own; whoever looks on changes nothing. */
  isMine: boolean;
  onHanding: (handing: Handing) => void;
  onHistory: (customer: string) => void;
  /** The ways out of the conversation. */
  children: ReactNode;
}

/** Everything that is known, so that nothing is asked twice; and the ways back. */
export function ContextColumn({ id, conversation, isMine, onHanding, onHistory, children }: Props) {
  const { say } = useTools();
  const { packet, version, owner, asked } = conversation;
  if (!packet) return <aside className="context" aria-label={say('context')} />;
  const isOnDesk = isMine && owner.kind === 'agent';
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
      <Facts packet={packet} conversation={id} version={version} mayCorrect={isOnDesk} />
      <Missing packet={packet} mayDelegate={packet.botCanGoOn && isOnDesk} onDelegate={slot => onHanding({ act: 'delegate', slot })} />
      <Verdict verdict={packet.verdict} conversation={id} version={version} isAsked={asked !== undefined} mayApprove={isOnDesk} />
      <section className="ways">{children}</section>
      <CustomerCard packet={packet} conversation={id} onHistory={onHistory} />
      <Orders packet={packet} mayAct={isOnDesk} onHanding={onHanding} />
      <Matters packet={packet} />
    </aside>
  );
}
