import { useEffect, useRef, useState } from 'react';
import type { InboxItem } from '../api/types';
import { useKeys } from '../keys/useKeys';
import { useTools } from '../tools';
import { CallbackItem } from './CallbackItem';
import { useFollowUps } from './useFollowUps';
import { VoicemailItem } from './VoicemailItem';

interface Props {
  /** Changes whenever something was promised, taken or settled. */
  news: number;
  mine: readonly InboxItem[];
  /** Whether I may free what somebody else holds. */
  mayFree: boolean;
  onOpen: (id: string) => void;
}

/** Whom the desk owes a call, and whose message nobody has heard. */
export function FollowUps({ news, mine, mayFree, onOpen }: Props) {
  const { say } = useTools();
  const { all, problem, run } = useFollowUps(news);
  const section = useRef<HTMLElement>(null);
  const [taken, setTaken] = useState<string | null>(null);

  // What was just taken up opens by itself, once it is there.
  useEffect(() => {
    const item = taken === null ? undefined : mine.find(each => each.conversationId === taken);
    if (!item) return;
    setTaken(null);
    onOpen(item.id);
  }, [taken, mine, onOpen]);

  useKeys({ f: () => (section.current?.querySelector<HTMLElement>('button, audio') ?? section.current)?.focus() });

  return (
    <section ref={section} className="follow-ups" aria-label={say('followUps')} tabIndex={-1}>
      <h2>
        {say('followUps')} <span className="count">{all.length}</span>
      </h2>
      {all.length === 0 && <p className="empty">{say('noFollowUps')}</p>}
      <ul>
        {all.map(item => (item.kind === 'voicemail' ? <VoicemailItem key={item.id} item={item} run={run} /> : <CallbackItem key={item.id} item={item} mayFree={mayFree} run={run} onTaken={setTaken} />))}
      </ul>
      <p className="problem" role="alert">
        {problem}
      </p>
    </section>
  );
}
