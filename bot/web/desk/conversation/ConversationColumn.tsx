import type { RefObject } from 'react';
import type { InboxItem, Signs } from '../api/types';
import { Since } from '../inbox/Since';
import { channelName, languageName, moodName, skillName } from '../names';
import type { Conversation } from '../state';
import { CallBar } from '../telephone/CallBar';
import { Recordings } from '../telephone/Recordings';
import { useTools } from '../tools';
import { ReplyBox } from './ReplyBox';
import { Lookers, Writing } from './SignsLine';
import { Transcript } from './Transcript';

interface Props {
  item: InboxItem;
  conversation: Conversation;
  signs: Signs;
  agent: string;
  problem: string;
  reply: RefObject<HTMLTextAreaElement | null>;
  isNote: boolean;
  onNote: (isNote: boolean) => void;
}

/** What was said, and what I say. */
export function ConversationColumn({ item, conversation, signs, agent, problem, reply, isNote, onNote }: Props) {
  const { say } = useTools();
  const talks = conversation.call?.state === 'talking';
  const spoken = conversation.packet?.language ?? item.language;
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
          {spoken !== item.language && (
            <>
              {' · '}
              <strong>{say('nowSpeaks', { language: languageName(say, spoken) })}</strong>
            </>
          )}
        </p>
        <Lookers signs={signs} />
      </header>
      {conversation.call && <CallBar conversation={item.conversationId} call={conversation.call} />}
      {item.isCall && <Recordings conversation={item.conversationId} news={conversation.call?.recording ?? ''} />}
      <Transcript id={item.conversationId} conversation={conversation} />
      <Writing signs={signs} />
      <p className="problem" role="alert">
        {problem}
      </p>
      {talks && <p className="only-notes">{say('callOnlyNotes')}</p>}
      <ReplyBox
        conversation={item.conversationId} version={conversation.version} packet={conversation.packet} language={spoken} agent={agent} box={reply}
        isAsked={conversation.lines.at(-1)?.kind === 'customer'} isNote={isNote || talks} onNote={onNote}
      />
    </main>
  );
}
