import { Sound } from '../telephone/Sound';
import { useTools } from '../tools';
import { followUpApi } from './api';
import { moment } from './moment';
import type { FollowUp } from './types';

interface Props {
  item: FollowUp;
  run: <T>(action: () => Promise<T>) => Promise<T | undefined>;
}

/** A message that a caller left: it is heard here, and nothing is fetched before; who hears it stands in the audit. */
export function VoicemailItem({ item, run }: Props) {
  const { say, locale } = useTools();
  return (
    <li>
      <p>
        <span className="name">
          ✉ <bdi>{item.customerName ?? say('unknown')}</bdi>
          {item.numberEnd && <span className="about"> · {say('callNumber', { end: item.numberEnd })}</span>}
        </span>
        <span className="due">
          {say('followUpVoicemail')} · {say('followUpSeconds', { count: item.seconds })}
        </span>
      </p>
      <p className="about">
        {item.caseNumber && `${say('followUpCase', { number: item.caseNumber })} · `}
        <time dateTime={item.since}>{moment(locale, item.since)}</time>
      </p>
      <Sound source={followUpApi.sound(item.id)} label={say('voicemail')} />
      <p className="actions">
        <button className="button" type="button" onClick={() => void run(() => followUpApi.done(item.id))}>
          {say('voicemailDone')}
        </button>
        {!item.isPromised && (
          <button className="button" type="button" onClick={() => void run(() => followUpApi.openCase(item.id))}>
            {say('voicemailCase')}
          </button>
        )}
      </p>
    </li>
  );
}
