import { useEffect, useState } from 'react';
import { server } from '../api/server';
import { useKeys } from '../keys/useKeys';
import { useTools } from '../tools';

interface Props {
  conversation: string;
  version: number;
  onUse: (words: string) => void;
}

/** What the bot would answer to what was said last; nothing is sent before the agent sends it. */
export function Suggestion({ conversation, version, onUse }: Props) {
  const { say } = useTools();
  const [words, setWords] = useState('');

  useEffect(() => {
    let isOld = false;
    setWords('');
    server.suggestion(conversation).then(
      // What answers an older state of the conversation is none.
      found => isOld || found.version !== version || setWords(found.says.join('\n')),
      () => undefined, // an agent writes without a suggestion as well
    );
    return () => {
      isOld = true;
    };
  }, [conversation, version]);
  useKeys({ g: () => words && onUse(words) });

  if (!words) return null;
  return (
    <aside className="suggestion" aria-label={say('suggestion')}>
      <p className="small">{say('suggestion')}</p>
      <button className="button" type="button" onClick={() => onUse(words)}>
        {say('useSuggestion')} <kbd>g</kbd>
      </button>
      <p className="suggested-words" tabIndex={0}>
        {words}
      </p>
    </aside>
  );
}
