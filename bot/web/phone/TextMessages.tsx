import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Language } from '../language/language';
import { asRead, shopNumber, withheld } from './callers';
import type { Outside } from './outside';
import { writeText } from './server';
import { OneRequest } from './Steps';
import { texts } from './texts';

/** Text messages between the visitor's number and the bot, and a field to write one. */
export function TextMessages({ from, outside, language }: { from: string | undefined; outside: Outside; language: Language }) {
  const say = texts[language];
  const [body, setBody] = useState('');
  const [failed, setFailed] = useState(false);
  const writer = from === withheld ? undefined : from;
  const end = useRef<HTMLOListElement>(null);
  useEffect(() => {
    end.current?.scrollTo({ top: end.current.scrollHeight });
  }, [outside.messages]);

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!writer || body.trim().length === 0) return;
    setFailed(false);
    writeText(writer, shopNumber, body.trim()).then(
      () => setBody(''),
      () => setFailed(true),
    );
  };

  return (
    <section className="text-messages" aria-labelledby="texts">
      <h2 id="texts">{say.texts}</h2>
      <p className="hint">{say.textsLead}</p>
      {outside.messages.length > 0 && (
        <ol ref={end} aria-live="polite" tabIndex={0} aria-label={say.texts}>
          {outside.messages.map(message => (
            <li key={message.key} className={message.from ? 'mine' : undefined}>
              <small>{message.from ? say.textFrom.replace('{number}', asRead(message.from)) : say.textTo.replace('{number}', asRead(message.to))}</small>
              <span>{message.body}</span>
            </li>
          ))}
        </ol>
      )}
      <form onSubmit={send}>
        <label htmlFor="text">{say.textBody}</label>
        <div className="field">
          <input id="text" value={body} disabled={!writer} autoComplete="off" placeholder={say.saidExample} maxLength={1600} onChange={event => setBody(event.target.value)} />
          <button type="submit" className="button primary" disabled={!writer}>
            {say.textSend}
          </button>
        </div>
      </form>
      {!writer && <p className="hint">{say.textNeedsNumber}</p>}
      {failed && (
        <p className="bad" role="alert">
          {say.failedToSend}
        </p>
      )}
      {outside.step && <OneRequest step={outside.step} open={outside.step.fault !== null} language={language} />}
    </section>
  );
}
