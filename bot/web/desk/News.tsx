import { languageName, skillName } from './names';
import type { DeskState } from './state';
import { useTools } from './tools';

interface Props {
  state: DeskState;
  onRead: () => void;
}

/** What supervisors told everybody, what deadlines have done, and what became of an exception; until it was read. */
export function News({ state, onRead }: Props) {
  const { say } = useTools();
  return (
    <div className="news" role="status">
      {(state.broadcasts.length > 0 || state.alarms.length > 0 || state.decided) && (
        <div>
          {state.broadcasts.map((each, at) => (
            <p key={at}>
              <strong>{each.from}</strong> {each.text}
            </p>
          ))}
          {state.alarms.map(alarm => (
            <p key={alarm.conversationId} className={alarm.step.endsWith('late') ? 'late' : ''}>
              {say(`due.${alarm.step}`, { lane: `${skillName(say, alarm.skill)} · ${languageName(say, alarm.language)}` })}
            </p>
          ))}
          {state.decided && <p>{say(state.decided === 'granted' ? 'wasGranted' : 'wasRefused')}</p>}
          <button className="link" type="button" onClick={onRead}>
            {say('gotIt')}
          </button>
        </div>
      )}
    </div>
  );
}
