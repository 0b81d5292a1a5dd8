import { server } from '../api/server';
import type { TranscriptLine } from '../api/types';
import { detailName, eventName } from '../names';
import { useTools } from '../tools';
import { Words } from './Words';

interface Props {
  conversation: string;
  line: TranscriptLine;
  slotName: (slot: string | undefined) => string;
  /** Asks for the words behind a veil. */
  unveil: (line: TranscriptLine) => Promise<{ text: string }>;
}

/** One line of a transcript. Whatever it holds is text. */
export function Line({ conversation, line, slotName, unveil }: Props) {
  const { say, locale } = useTools();
  const at = new Date(line.at).toLocaleString(locale);
  if (line.kind === 'event') {
    const detail = line.text === 'corrected' || line.text === 'delegated' ? slotName(line.detail) : detailName(say, line);
    return (
      <>
        <p className="line event" title={at}>
          <span>{eventName(say, line.text, { agent: line.agent ?? '', detail })}</span>
        </p>
        {line.note && (
          <p className="line note">
            <span className="who">{line.agent}</span>
            <span className="words">{line.note}</span>
          </p>
        )}
      </>
    );
  }
  const who = { customer: say('customer'), bot: say('bot'), agent: line.agent ?? '', note: `${line.agent ?? ''} · ${say('note')}` }[line.kind];
  return (
    <p className={`line ${line.kind}`} title={at}>
      <span className="who">{who}</span>
      {line.text && <Words line={line} unveil={unveil} />}
      {line.photos.map((photo, number) => (
        <a key={photo} href={server.photo(conversation, photo)} target="_blank" rel="noreferrer">
          <img className="photo" src={server.photo(conversation, photo)} alt={say('photo', { number: number + 1 })} loading="lazy" />
        </a>
      ))}
    </p>
  );
}
