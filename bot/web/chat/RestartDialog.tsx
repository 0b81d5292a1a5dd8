import { useEffect, useRef } from 'react';
import type { Language } from '../language/language';
import { texts } from './texts';

/** Asks once before a conversation is left. Escape and the backdrop mean "stay". */
export function RestartDialog(props: { language: Language; open: boolean; onStay(): void; onRestart(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const say = texts[props.language];

  useEffect(() => {
    if (props.open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [props.open]);

  return (
    <dialog ref={dialog} className="restart-dialog" aria-labelledby="restart-title" onClose={props.onStay}>
      <h2 id="restart-title">{say.restartTitle}</h2>
      <p>{say.restartBody}</p>
      <div className="choices">
        <button type="button" className="button" onClick={props.onStay}>
          {say.restartNo}
        </button>
        <button type="button" className="button primary" onClick={props.onRestart}>
          {say.restartYes}
        </button>
      </div>
    </dialog>
  );
}
