import type { WallConversation } from './types';
import { Since } from '../inbox/Since';
import { moodName, skillName } from '../names';
import { useTools } from '../tools';

interface Props {
  conversations: readonly WallConversation[];
  /** How many wait in all; of very many, only the longest are among the conversations. */
  waiting: number;
  onWatch: (id: string) => void;
}

/** Every conversation that waits or that an agent has; each may be looked on at. */
export function WallConversations({ conversations, waiting, onWatch }: Props) {
  const { say } = useTools();
  const shown = conversations.filter(each => each.state === 'waiting').length;
  return (
    <section>
      <h2>
        {say('conversations')} <span className="count">{conversations.length}</span>
      </h2>
      {shown < waiting && shown >= 200 && <p className="small">{say('longestOnly', { shown, waiting })}</p>}
      {conversations.length > 0 && (
        <table>
          <thead>
            <tr>
              {(['customer', 'skill', 'mood', 'since', 'deadline', 'agentColumn'] as const).map(column => (
                <th key={column} scope="col">
                  {say(column)}
                </th>
              ))}
              <th scope="col">
                <span className="hidden">{say('watch')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {conversations.map(each => (
              <tr key={each.id}>
                <td>{each.customerName ?? say('unknown')}</td>
                <td>{skillName(say, each.skill)}</td>
                <td className={`mood ${each.mood}`}>{moodName(say, each.mood)}</td>
                <td>
                  <Since at={each.since} />
                </td>
                <td className={each.due ? 'bad' : ''}>{say(each.due === 'late' ? 'dueLate' : each.due === 'soon' ? 'dueSoon' : 'inTime')}</td>
                <td>{each.agentName ?? say('waiting')}</td>
                <td>
                  <button className="link" type="button" onClick={() => onWatch(each.id)}>
                    {say('watch')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
