import type { TranscriptLine } from '../api/types';
import { texts } from '../texts';
import { useTools } from '../tools';

interface Props {
  line: TranscriptLine;
  slotName: (slot: string | undefined) => string;
}

/** One line of a transcript. Whatever it holds is text. */
export function Line({ line, slotName }: Props) {
  const { say, locale } = useTools();
  const at = new Date(line.at);
  if (line.kind === 'event') {
    const key = `event.${line.text}`;
    const detail = line.text === 'corrected' || line.text === 'delegated' ? slotName(line.detail) : (line.detail ?? '');
    return (
      <p className="line event">
        <span>{key in texts.ko ? say(key as keyof (typeof texts)['ko'], { agent: line.agent ?? '', detail }) : line.text}</span>
      </p>
    );
  }
  const who = line.kind === 'customer' ? say('customer') : line.kind === 'agent' ? (line.agent ?? '') : say('bot');
  return (
    <p className={`line ${line.kind}`} title={at.toLocaleString(locale)}>
      <span className="who">{who}</span>
      <span className="words">
        {line.text}
        {line.photos > 0 && <em>{say('photos', { count: line.photos })}</em>}
      </span>
    </p>
  );
}
