import { useState } from 'react';
import type { TranscriptLine } from '../api/types';
import { useTools } from '../tools';

interface Props {
  line: TranscriptLine;
  /** Asks for the words behind the veil. */
  unveil: (line: TranscriptLine) => Promise<{ text: string }>;
}

/** What was said. Insults are veiled until somebody wants to read them, which is written down. */
export function Words({ line, unveil }: Props) {
  const { say, attempt } = useTools();
  const [clear, setClear] = useState<string>();
  return (
    <span className="words">
      {clear ?? line.text}
      {line.isVeiled && (
        <>
          {' '}
          <button
            className="link"
            type="button"
            aria-pressed={clear !== undefined}
            onClick={() => (clear === undefined ? void attempt(async () => setClear((await unveil(line)).text)) : setClear(undefined))}
          >
            {say(clear === undefined ? 'unveil' : 'veil')}
          </button>
        </>
      )}
    </span>
  );
}
