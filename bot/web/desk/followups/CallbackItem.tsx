import { useState } from 'react';
import type { Contact } from '../api/types';
import { Since } from '../inbox/Since';
import { useTools } from '../tools';
import { useNow } from '../useNow';
import { followUpApi } from './api';
import { moment } from './moment';
import type { CallbackOutcome, FollowUp } from './types';

interface Props {
  item: FollowUp;
  /** Whether I may free what somebody else holds. */
  mayFree: boolean;
  run: <T>(action: () => Promise<T>) => Promise<T | undefined>;
  /** The conversation is mine now. */
  onTaken: (conversation: string) => void;
}

/** A promised call: taking it up brings the conversation; what came of it is said here. */
export function CallbackItem({ item, mayFree, run, onTaken }: Props) {
  const { say, locale, ahead } = useTools();
  const now = useNow() + ahead;
  const [contact, setContact] = useState<Contact | null>(null);
  const [isAlone, setAlone] = useState(false);
  const isLate = item.dueAt !== undefined && Date.parse(item.dueAt) < now;
  const time = item.dueAt === undefined ? '' : moment(locale, item.dueAt);
  const take = () =>
    void run(() => followUpApi.take(item.id)).then(taken => {
      if (taken?.conversationId !== undefined) onTaken(taken.conversationId);
      else if (taken) setAlone(true);
    });
  const settle = (outcome: CallbackOutcome) => void run(() => followUpApi.settle(item.id, outcome));

  return (
    <li>
      <p>
        <span className="name">
          ☎ <bdi>{item.customerName ?? say('unknown')}</bdi>
          {item.numberEnd && <span className="about"> · {say('callNumber', { end: item.numberEnd })}</span>}
        </span>
        <span className={isLate ? 'due late' : 'due'}>{item.dueAt === undefined ? say('followUpQueued') : say(isLate ? 'followUpOverdue' : 'followUpDue', { time })}</span>
      </p>
      <p className="about">
        {[
          item.isByEmail && say('byEmail'),
          item.caseNumber && say('followUpCase', { number: item.caseNumber }),
          item.attempts > 0 && say('callAttempts', { count: item.attempts, most: item.attemptsAtMost }),
        ]
          .filter(Boolean)
          .map(each => `${each} · `)}
        <Since at={item.since} />
      </p>
      <p className="reason">{item.about}</p>
      {item.takenBy && !item.isMine && <p className="about">{say('takenBy', { name: item.takenBy })}</p>}
      {item.isMine && isAlone && <p className="about">{say('noConversation')}</p>}
      {contact && (
        <p>
          {contact.phone} {contact.email}
        </p>
      )}
      <p className="actions">
        {!item.takenBy && (
          <button className="button" type="button" onClick={take}>
            {say(item.kind === 'queued' ? 'takeUpQueued' : 'takeUp')}
          </button>
        )}
        {item.takenBy && !item.isMine && mayFree && (
          <button className="button" type="button" onClick={() => void run(() => followUpApi.free(item.id))}>
            {say('freeFollowUp')}
          </button>
        )}
        {item.isMine && (
          <>
            <button className="button primary" type="button" onClick={() => settle('reached')}>
              {say('reached')}
            </button>
            <button className="button" type="button" onClick={() => settle('not-reached')}>
              {say('notReached')}
            </button>
            <button className="button" type="button" onClick={() => settle('released')}>
              {say('release')}
            </button>
            {!contact && (
              <button className="link" type="button" onClick={() => void run(() => followUpApi.contact(item.id)).then(found => found && setContact(found))}>
                {say('showContact')}
              </button>
            )}
          </>
        )}
      </p>
    </li>
  );
}
