import { useRef, useState, type FormEvent } from 'react';
import type { Language } from '../language/language';
import type { CallerAct } from './events';
import { canListen, listen } from './recognition';
import { texts } from './texts';

/** How sure speech recognition is of somebody who speaks clearly, and of somebody who mumbles. */
const clear = 0.92;
const mumbled = 0.31;

/** "What I say": typed or spoken, clearly or not, or nothing at all. */
export function Saying(props: { id?: string; language: Language; speaks: string; enabled: boolean; onAct: (act: CallerAct) => void }) {
  const { id = 'said', language, enabled, onAct } = props;
  const say = texts[language];
  const [text, setText] = useState('');
  const [listening, setListening] = useState<{ stop(): void }>();
  const field = useRef<HTMLInputElement>(null);

  const speak = (confidence: number) => {
    if (text.trim().length === 0) return field.current?.focus();
    onAct({ act: 'spoke', text: text.trim(), confidence });
    setText('');
    field.current?.focus();
  };

  const microphone = () => {
    if (listening) return listening.stop();
    const once = listen(props.speaks);
    setListening(once);
    void once.heard.then(heard => {
      setListening(undefined);
      if (heard) onAct({ act: 'spoke', text: heard.text, confidence: heard.confidence });
    });
  };

  return (
    <form
      className="saying"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        speak(clear);
      }}
    >
      <label htmlFor={id}>{say.said}</label>
      <div className="field">
        <input id={id} ref={field} value={text} disabled={!enabled} autoComplete="off" placeholder={say.saidExample} maxLength={1000} onChange={event => setText(event.target.value)} />
        <button type="submit" className="button primary" disabled={!enabled}>
          {say.speak}
        </button>
      </div>
      <div className="ways">
        {canListen() && (
          <button type="button" className="button" aria-pressed={listening !== undefined} disabled={!enabled} onClick={microphone}>
            {listening ? say.listening : say.microphone}
          </button>
        )}
        <button type="button" className="button" disabled={!enabled} title={say.mumbleHint} onClick={() => speak(mumbled)}>
          {say.mumble}
        </button>
        <button type="button" className="button" disabled={!enabled} onClick={() => onAct({ act: 'silent' })}>
          {say.silence}
        </button>
      </div>
    </form>
  );
}
