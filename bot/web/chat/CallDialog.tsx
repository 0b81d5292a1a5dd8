import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Language } from '../language/language';
import type { PassAnswer } from './pass';
import { texts } from './texts';

/** Takes the code that was told on the telephone, and goes on with that conversation here. */
export function CallDialog(props: {
  language: Language;
  open: boolean;
  /** Why the last link or code was not taken. */
  refused: PassAnswer | undefined;
  onClose(): void;
  onCode(code: string): void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [code, setCode] = useState('');
  const say = texts[props.language];

  useEffect(() => {
    if (props.open) dialog.current?.showModal();
    else dialog.current?.close();
    setCode('');
  }, [props.open]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) props.onCode(code);
  };

  return (
    <dialog ref={dialog} className="restart-dialog" aria-labelledby="call-title" onClose={props.onClose}>
      <form onSubmit={submit}>
        <h2 id="call-title">{say.continueCall}</h2>
        <p>{say.continueCallBody}</p>
        <label className="code">
          {say.code}
          <input
            value={code}
            onChange={event => setCode(event.target.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            aria-describedby="call-refused"
          />
        </label>
        <p id="call-refused" className="refused" role="alert">
          {props.refused && props.refused !== 'taken' ? say[props.refused === 'failed' ? 'passFailed' : props.refused === 'tooMany' ? 'passTooMany' : 'passUnknown'] : ''}
        </p>
        <div className="choices">
          <button type="button" className="button" onClick={props.onClose}>
            {say.cancel}
          </button>
          <button type="submit" className="button primary" disabled={!code.trim()}>
            {say.goOn}
          </button>
        </div>
      </form>
    </dialog>
  );
}
