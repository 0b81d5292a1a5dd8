import type { QueueLine } from '../api/types';
import { languageName, skillName } from '../names';
import { useTools } from '../tools';
import { Since } from './Since';

/** Who waits, by what they need. */
export function Lanes({ lanes }: { lanes: readonly QueueLine[] }) {
  const { say } = useTools();
  return (
    <>
      <h2>
        {say('waiting')} <span className="count">{lanes.reduce((sum, lane) => sum + lane.count, 0)}</span>
      </h2>
      {lanes.length === 0 && <p className="empty">{say('nobodyWaits')}</p>}
      <ul className="lanes">
        {lanes.map(lane => (
          <li key={`${lane.skill}-${lane.language}`}>
            <span>
              {skillName(say, lane.skill)} · {languageName(say, lane.language)}
            </span>
            <span>
              <span className="about">
                <Since at={lane.oldestSince} />
              </span>{' '}
              <span className="count">{lane.count}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
