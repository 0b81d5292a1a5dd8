import type { FormEvent } from 'react';
import { server } from '../api/server';
import type { Me } from '../api/types';
import { AuditList } from '../audit/AuditList';
import { Lanes } from '../inbox/Lanes';
import { languageName, skillName, span } from '../names';
import { People } from '../people/People';
import { EvidenceList } from '../protection/EvidenceList';
import { useTools } from '../tools';
import { WallAgents } from './WallAgents';
import { WallConversations } from './WallConversations';
import { WallFigures } from './WallFigures';
import { useWall } from './useWall';

interface Props {
  problem: string;
  me: Me;
  onWatch: (conversation: string) => void;
}

/** The whole desk at one look: who waits, who works, what somebody should see to. */
export function WallPage({ problem, me, onWatch }: Props) {
  const { say, attempt } = useTools();
  const { wall, again } = useWall();
  if (!wall) return <main className="wall" aria-busy="true" aria-label={say('wall')} />;
  const { service } = wall;
  const isAdministrator = me.role === 'administrator';

  function broadcast(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get('text') ?? '').trim();
    if (text) void attempt(() => server.broadcast(text)).then(done => done && form.reset());
  }

  return (
    <main className="wall" aria-label={say('wall')}>
      <h1>{say('wall')}</h1>
      <p className="problem" role="alert">
        {problem}
      </p>
      <div role="status">
        <ul className="alarms">
          {wall.alarms.map(alarm => (
            <li key={`${alarm.kind}-${alarm.skill}-${alarm.language}`}>
              {say(`alarm.${alarm.kind}`, { lane: `${skillName(say, alarm.skill)} · ${languageName(say, alarm.language)}` })}
            </li>
          ))}
        </ul>
      </div>
      <dl className="figures">
        <div>
          <dt>{say('serviceLevel', { seconds: service.seconds })}</dt>
          <dd>{service.answered === 0 ? '–' : `${Math.round((100 * service.inTime) / service.answered)}%`}</dd>
        </div>
        <div>
          <dt>{say('answered')}</dt>
          <dd>{service.answered}</dd>
        </div>
        <div>
          <dt>{say('medianWait')}</dt>
          <dd>{service.medianWait === undefined ? '–' : span(say, service.medianWait * 1_000)}</dd>
        </div>
        <div>
          <dt>{say('longestWait')}</dt>
          <dd>{service.longestWait === undefined ? '–' : span(say, service.longestWait * 1_000)}</dd>
        </div>
      </dl>
      <section>
        <Lanes lanes={wall.queues} />
      </section>
      <WallConversations conversations={wall.conversations} waiting={wall.queues.reduce((sum, lane) => sum + lane.count, 0)} onWatch={onWatch} />
      <WallFigures wall={wall} />
      <WallAgents agents={wall.agents} onChanged={again} />
      {(isAdministrator || me.role === 'manager') && (
        <>
          <EvidenceList />
          <AuditList />
        </>
      )}
      {isAdministrator && <People me={me.id} onChanged={again} />}
      <form className="broadcast" onSubmit={broadcast}>
        <label>
          {say('broadcast')}
          <input name="text" maxLength={500} required />
        </label>
        <button className="button" type="submit">
          {say('send')}
        </button>
      </form>
    </main>
  );
}
