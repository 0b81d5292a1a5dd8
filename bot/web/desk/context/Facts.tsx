import { server } from '../api/server';
import type { Packet } from '../api/types';
import { useTools } from '../tools';
import { FactRow } from './FactRow';

interface Props {
  packet: Packet;
  conversation: string;
  version: number;
  mayCorrect: boolean;
}

/** What is known, and who said so. */
export function Facts({ packet, conversation, version, mayCorrect }: Props) {
  const { say, attempt } = useTools();
  return (
    <section>
      <h2>{packet.goal ? `${say('facts')} · ${packet.goal.name}` : say('facts')}</h2>
      {packet.facts.length === 0 && <p className="empty">{say('nothingKnown')}</p>}
      <dl className="facts">
        {packet.facts.map(fact => (
          <FactRow key={fact.slot} fact={fact} mayCorrect={mayCorrect} onCorrect={words => attempt(() => server.correct(conversation, version, fact.slot, words))} />
        ))}
      </dl>
    </section>
  );
}
