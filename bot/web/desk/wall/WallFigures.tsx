import type { Wall } from './types';
import { skillName } from '../names';
import { useTools } from '../tools';

const share = (part: number, whole: number) => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`);

/** How each queue has served, how often agents asked for what was known, and how honest the told waits were. */
export function WallFigures({ wall }: { wall: Wall }) {
  const { say } = useTools();
  const { queues, agents, told } = wall.figures;
  const names = new Map(wall.agents.map(agent => [agent.id, agent.name]));
  return (
    <section>
      <h2>{say('service')}</h2>
      {queues.length > 0 && (
        <table>
          <thead>
            <tr>
              {(['skill', 'answered', 'answeredInTime', 'resolvedInTime', 'reAsks'] as const).map(column => (
                <th key={column} scope="col">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {queues.map(queue => (
              <tr key={queue.skill}>
                <td>{skillName(say, queue.skill)}</td>
                <td>{queue.answered}</td>
                <td>{share(queue.answeredInTime, queue.answered)}</td>
                <td>{share(queue.resolvedInTime, queue.resolved)}</td>
                <td>{share(queue.askedAgain, queue.messages)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {agents.length > 0 && (
        <table>
          <thead>
            <tr>
              {(['agentColumn', 'messages', 'reAsks'] as const).map(column => (
                <th key={column} scope="col">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {agents.map(agent => (
              <tr key={agent.id}>
                <td>{names.get(agent.id) ?? agent.id}</td>
                <td>{agent.messages}</td>
                <td>{share(agent.askedAgain, agent.messages)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small">
        {told && told.told > 0 ? say('toldWaits', { day: told.day, held: share(told.held, told.told), told: told.told, sooner: told.sooner, later: told.later }) : say('nothingTold')}
      </p>
    </section>
  );
}
