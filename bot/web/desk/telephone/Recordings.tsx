import { useEffect, useState } from 'react';
import { Since } from '../inbox/Since';
import { useTools } from '../tools';
import { telephoneApi } from './api';
import { Sound } from './Sound';
import type { Recording } from './types';

/** What was recorded of a conversation: messages that the customer left, and talks. Nothing is fetched before it is played, and who plays it stands in the audit. */
export function Recordings({ conversation, news }: { conversation: string; news: string }) {
  const { say } = useTools();
  const [recordings, setRecordings] = useState<Recording[]>([]);

  useEffect(() => {
    telephoneApi.recordings(conversation).then(setRecordings, (fault: unknown) => console.warn('The recordings are not known.', fault));
  }, [conversation, news]);

  const heard = recordings.filter(each => each.status !== 'in-progress');
  if (heard.length === 0) return null;
  return (
    <details className="recordings" open={heard.some(each => each.kind === 'voicemail')}>
      <summary>
        {say('recordings')} <span className="count">{heard.length}</span>
      </summary>
      <ul>
        {heard.map(each => (
          <li key={each.id}>
            <span>
              {say(each.kind === 'voicemail' ? 'voicemail' : 'talkRecording')} · <Since at={each.at} />
            </span>
            {each.status === 'completed' ? (
              <Sound source={telephoneApi.sound(each.id)} label={say(each.kind === 'voicemail' ? 'voicemail' : 'talkRecording')} />
            ) : (
              <span className="about">{say('recordingLost')}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
