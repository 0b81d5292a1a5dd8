import { useState, type FormEvent } from 'react';
import type { Fact } from '../api/types';
import { useTools } from '../tools';

interface Props {
  fact: Fact;
  mayCorrect: boolean;
  onCorrect: (words: string) => Promise<boolean>;
}

/** One fact with who said it; one press opens it for changing. */
export function FactRow({ fact, mayCorrect, onCorrect }: Props) {
  const { say, locale } = useTools();
  const [changing, setChanging] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('value') ?? '').trim();
    if (words && (await onCorrect(words))) setChanging(false);
  }

  return (
    <div>
      <dt>{fact.name}</dt>
      <dd>
        {changing ? (
          <form onSubmit={submit}>
            {fact.options.length > 0 ? (
              <select name="value" aria-label={`${fact.name} ${say('newValue')}`} autoFocus>
                {fact.options.map(option => (
                  <option key={option.value} value={option.value}>
                    {option.title}
                  </option>
                ))}
              </select>
            ) : (
              <input name="value" aria-label={`${fact.name} ${say('newValue')}`} maxLength={1000} autoFocus required />
            )}
            <button className="button" type="submit">
              {say('save')}
            </button>
            <button className="link" type="button" onClick={() => setChanging(false)}>
              {say('cancel')}
            </button>
          </form>
        ) : (
          <>
            <span className="value">{fact.text}</span>
            <span className="source" title={new Date(fact.at).toLocaleString(locale)}>
              {say(fact.source)}
              {fact.confirmed && ` · ${say('confirmed')}`}
            </span>
            {mayCorrect && (
              <button className="link" type="button" aria-label={`${fact.name} ${say('change')}`} onClick={() => setChanging(true)}>
                {say('change')}
              </button>
            )}
          </>
        )}
      </dd>
    </div>
  );
}
