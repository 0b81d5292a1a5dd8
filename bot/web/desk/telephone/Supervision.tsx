import { useTools } from '../tools';
import { telephoneApi } from './api';
import { useCallAct } from './useCallAct';

const modes = [['listen', 'listenIn'], ['whisper', 'whisperIn'], ['barge', 'bargeIn']] as const;

/** How a supervisor takes part in somebody's call; again in another way changes it. */
export function Supervision({ conversation }: { conversation: string }) {
  const { say } = useTools();
  const { problem, run } = useCallAct();
  return (
    <div className="call-bar">
      <div className="actions">
        {modes.map(([mode, text]) => (
          <button key={mode} className="button" type="button" onClick={() => void run(() => telephoneApi.supervise(conversation, mode))}>
            {say(text)}
          </button>
        ))}
      </div>
      <p className="about">{say('superviseHint')}</p>
      <p className="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}
