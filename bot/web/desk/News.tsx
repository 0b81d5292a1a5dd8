import type { DeskState } from './state';
import { useTools } from './tools';

interface Props {
  state: DeskState;
  onRead: () => void;
}

/** What supervisors told everybody, and what became of an exception; until it was read. */
export function News({ state, onRead }: Props) {
  const { say } = useTools();
  const decided = state.approval && state.approval.state !== 'asked' ? state.approval.state : null;
  return (
    <div className="news" role="status">
      {(state.broadcasts.length > 0 || decided) && (
        <div>
          {state.broadcasts.map((each, at) => (
            <p key={at}>
              <strong>{each.from}</strong> {each.text}
            </p>
          ))}
          {decided && <p>{say(decided === 'granted' ? 'wasGranted' : 'wasRefused')}</p>}
          <button className="link" type="button" onClick={onRead}>
            {say('gotIt')}
          </button>
        </div>
      )}
    </div>
  );
}
