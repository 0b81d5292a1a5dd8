import { useState } from 'react';
import type { WallAgent } from './types';
import { Since } from '../inbox/Since';
import { languageName, presenceName, skillName } from '../names';
import { useTools } from '../tools';
import { SkillsDialog } from './SkillsDialog';

/** Everybody at the desk: how they stand, since when, and what they have. */
export function WallAgents({ agents, onChanged }: { agents: readonly WallAgent[]; onChanged: () => void }) {
  const { say } = useTools();
  const [changing, setChanging] = useState<WallAgent | null>(null);
  return (
    <section>
      <h2>{say('agents')}</h2>
      <table>
        <thead>
          <tr>
            {(['agentColumn', 'standing', 'since', 'load', 'skills'] as const).map(column => (
              <th key={column} scope="col">
                {say(column)}
              </th>
            ))}
            <th scope="col">
              <span className="hidden">{say('change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {agents.map(agent => (
            <tr key={agent.id}>
              <td>{agent.name}</td>
              <td className={agent.isConnected && agent.presence === 'available' ? 'good' : ''}>{agent.isConnected ? presenceName(say, agent.presence) : say('notConnected')}</td>
              <td>{agent.since ? <Since at={agent.since} /> : '–'}</td>
              <td>
                {agent.load} / {agent.chatsAtMost}
              </td>
              <td className="small">
                {[Object.entries(agent.skills).map(([skill, level]) => `${skillName(say, skill)} ${level}`), agent.languages.map(language => languageName(say, language))]
                  .map(words => words.join(', ')).filter(words => words !== '').join(' · ') || '–'}
              </td>
              <td>
                <button className="link" type="button" aria-label={`${agent.name} ${say('change')}`} onClick={() => setChanging(agent)}>
                  {say('change')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changing && (
        <SkillsDialog
          agent={changing}
          onClose={() => {
            setChanging(null);
            onChanged();
          }}
        />
      )}
    </section>
  );
}
