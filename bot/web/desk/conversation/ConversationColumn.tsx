import { useEffect, useRef, type RefObject } from 'react';
import type { InboxItem } from '../api/types';
import { Since } from '../inbox/Since';
import { channelName, moodName, skillName } from '../names';
import type { Conversation } from '../state';
import { useTools } from '../tools';
import { Line } from './Line';
import { ReplyBox } from './ReplyBox';

interface Props {
  item: InboxItem;
  conversation: Conversation;
  problem: string;
  reply: RefObject<HTMLTextAreaElement | null>;
}

/** What was said, and what I say. */
export function ConversationColumn({ item, conversation, problem, reply }: Props) {
  const { say } = useTools();
  const end = useRef<HTMLDivElement>(null);
  const { lines, owner, packet } = conversation;

  useEffect(() => {
    // A promise in newer browsers, which must not become the effect's clean-up.
    void end.current?.scrollIntoView({ block: 'end' });
  }, [lines.length]);

  const slotName = (slot: string | undefined) => [...(packet?.missing ?? []), ...(packet?.facts ?? [])].find(each => each.slot === slot)?.name ?? slot ?? '';

  return (
    <main className="conversation" aria-label={say('conversation')}>
      <header>
        <h1>{item.customerName ?? say('unknown')}</h1>
        <p>
          {channelName(say, item.channel)} · {skillName(say, item.skill)} · <span className={`mood ${item.mood}`}>{moodName(say, item.mood)}</span>
          {item.acceptedAt && (
            <>
              {' · '}
              <Since at={item.acceptedAt} />
            </>
          )}
        </p>
      </header>
      <div className="lines" role="log" tabIndex={0} aria-label={say('conversation')}>
        {lines.map(line => (
          <Line key={`${line.version}.${line.index}`} line={line} slotName={slotName} />
        ))}
        <div ref={end} />
      </div>
      <p className="problem" role="alert">
        {problem}
      </p>
      {owner.kind === 'delegated' && (
        <p className="delegated" role="status">
          {say('delegatedNow', { what: slotName(owner.delegated) })}
        </p>
      )}
      <ReplyBox conversation={item.conversationId} version={conversation.version} box={reply} />
    </main>
  );
}
