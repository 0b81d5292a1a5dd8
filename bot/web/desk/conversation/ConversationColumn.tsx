import type { RefObject } from 'react';
import type { InboxItem } from '../api/types';
import { Since } from '../inbox/Since';
import { channelName, moodName, skillName } from '../names';
import type { Conversation } from '../state';
import { useTools } from '../tools';
import { ReplyBox } from './ReplyBox';
import { Transcript } from './Transcript';

interface Props {
  item: InboxItem;
  conversation: Conversation;
  agent: string;
  problem: string;
  reply: RefObject<HTMLTextAreaElement | null>;
  isNote: boolean;
  onNote: (isNote: boolean) => void;
}

/** What was said, and what I say. */
export function ConversationColumn({ item, conversation, agent, problem, reply, isNote, onNote }: Props) {
  const { say } = useTools();
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
      <Transcript id={item.conversationId} conversation={conversation} />
      <p className="problem" role="alert">
        {problem}
      </p>
      <ReplyBox
        conversation={item.conversationId} version={conversation.version} packet={conversation.packet} language={item.language} agent={agent} box={reply} isNote={isNote} onNote={onNote}
      />
    </main>
  );
}
