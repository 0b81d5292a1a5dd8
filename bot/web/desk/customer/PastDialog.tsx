import { useEffect, useRef, useState } from 'react';
import type { TranscriptLine } from '../api/types';
import { Line } from '../conversation/Line';
import { Dialog } from '../dialog/Dialog';
import { useTools } from '../tools';

interface Props {
  conversation: string;
  title: string;
  read: () => Promise<{ lines: TranscriptLine[] }>;
  /** Asks for the words behind a veil. */
  unveil: (line: TranscriptLine) => Promise<{ text: string }>;
  onClose: () => void;
}

/** A conversation of the past, to be read only. */
export function PastDialog({ conversation, title, read, unveil, onClose }: Props) {
  const { say, attempt } = useTools();
  const [lines, setLines] = useState<TranscriptLine[]>();
  const reading = useRef(read);

  useEffect(() => {
    let isCurrent = true;
    void attempt(async () => {
      const past = await reading.current();
      if (isCurrent) setLines(past.lines);
    });
    return () => {
      isCurrent = false;
    };
  }, [conversation, attempt]);

  return (
    <Dialog title={title} onClose={onClose}>
      <div className="lines past" role="log" tabIndex={0} aria-label={title} aria-busy={lines === undefined}>
        {lines?.map(line => (
          <Line
            key={`${line.version}.${line.index}`}
            conversation={conversation}
            line={{ ...line, photos: [] }}
            slotName={slot => slot ?? ''}
            unveil={unveil}
          />
        ))}
      </div>
      <form method="dialog">
        <button className="button">{say('close')}</button>
      </form>
    </Dialog>
  );
}
