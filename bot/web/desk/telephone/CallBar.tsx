import { useState } from 'react';
import { Since } from '../inbox/Since';
import { useKeys } from '../keys/useKeys';
import { useTools } from '../tools';
import { telephoneApi } from './api';
import { BrowserRing } from './BrowserRing';
import { ColleagueDialog } from './ColleagueDialog';
import { useMyTelephone } from './MyTelephone';
import type { Call, CallAct } from './types';
import { useCallAct } from './useCallAct';

/** The call of the open conversation: who, how long, and all that can be done with it. */
export function CallBar({ conversation, call }: { conversation: string; call: Call }) {
  const { say } = useTools();
  const { problem, run } = useCallAct();
  const { telephone } = useMyTelephone();
  const [choosing, setChoosing] = useState(false);
  const talks = call.state === 'talking';
  const does = (act: CallAct, colleague?: string) => run(() => telephoneApi.does(conversation, call.talk, act, colleague));
  const hold = () => void does(call.heldSince ? 'resume' : 'hold');
  const mute = () => void does(call.isMuted ? 'unmute' : 'mute');
  const record = () => void does(call.recording === 'paused' ? 'resume-recording' : 'pause-recording');

  useKeys({
    h: () => talks && hold(),
    m: () => talks && mute(),
    c: () => talks && !call.colleague && setChoosing(true),
    p: () => talks && call.recording !== 'off' && record(),
    x: () => call.state !== 'waiting' && void does('hang-up'),
  });

  return (
    <section className="call-bar" aria-label={say('call')}>
      <p className="standing" role="status">
        <strong>{say(call.heldSince ? 'call.held' : call.state === 'waiting' && call.isCallback ? 'call.callback' : `call.${call.state}`)}</strong> <Since at={call.heldSince ?? call.since} />
        {call.numberEnd && <span className="about"> · {say('callNumber', { end: call.numberEnd })}</span>}
        {call.attempts > 0 && <span className="about"> · {say('callAttempts', { count: call.attempts, most: call.attemptsAtMost })}</span>}
        {call.recording !== 'off' && <span className={`recording ${call.recording}`}> · {say(call.recording === 'on' ? 'recordingOn' : 'recordingPaused')}</span>}
      </p>
      {call.announcement && (
        <p className={`announcement ${call.announcement}`} role="status">
          {say(`announcement.${call.announcement}`)}
        </p>
      )}
      {call.state === 'ringing' && telephone?.isSimulated && (
        <p className="about">
          {say('simulatedRings')}{' '}
          <a href="/phone" target="_blank" rel="noreferrer">
            {say('openPhone')}
          </a>
        </p>
      )}
      <BrowserRing isConnected={talks} />
      <div className="actions">
        {call.state === 'waiting' && telephone?.telephone && (
          <button className="button primary" type="button" onClick={() => void does('ring')}>
            {say(call.isCallback ? 'callNow' : 'ring')}
          </button>
        )}
        {talks && (
          <>
            <button className="button" type="button" aria-pressed={call.heldSince !== undefined} onClick={hold}>
              {say(call.heldSince ? 'resume' : 'hold')} <kbd>h</kbd>
            </button>
            <button className="button" type="button" aria-pressed={call.isMuted} onClick={mute}>
              {say(call.isMuted ? 'unmute' : 'mute')} <kbd>m</kbd>
            </button>
            {call.recording !== 'off' && (
              <button className="button" type="button" aria-pressed={call.recording === 'paused'} title={say('pauseHint')} onClick={record}>
                {say(call.recording === 'paused' ? 'resumeRecording' : 'pauseRecording')} <kbd>p</kbd>
              </button>
            )}
            {!call.colleague && (
              <button className="button" type="button" onClick={() => setChoosing(true)}>
                {say('askColleague')} <kbd>c</kbd>
              </button>
            )}
          </>
        )}
        {call.state !== 'waiting' && (
          <button className="button danger" type="button" onClick={() => void does('hang-up')}>
            {say('hangUp')} <kbd>x</kbd>
          </button>
        )}
      </div>
      {call.colleague && (
        <div className="actions">
          <span role="status">{say(call.colleague.hasJoined ? 'colleagueJoined' : 'colleagueRings', { name: call.colleague.name ?? say('colleague') })}</span>
          {call.colleague.hasJoined && call.heldSince && (
            <button className="button" type="button" onClick={() => void does('conference')}>
              {say('conferenceAll')}
            </button>
          )}
          {call.colleague.hasJoined && (
            <button className="button" type="button" onClick={() => void does('transfer')}>
              {say('handOver')}
            </button>
          )}
          <button className="button" type="button" onClick={() => void does('dismiss')}>
            {say('dismiss')}
          </button>
        </div>
      )}
      <p className="problem" role="alert">
        {problem}
      </p>
      {choosing && <ColleagueDialog onChoose={(act, colleague) => void does(act, colleague).then(() => setChoosing(false))} onClose={() => setChoosing(false)} />}
    </section>
  );
}
