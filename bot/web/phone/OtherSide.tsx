import type { Language } from '../language/language';
import type { CallerAct, Listening } from './events';
import { texts } from './texts';

/** The other end of the line, while somebody is rung or spoken with: the visitor plays that side too. */
export function OtherSide(props: { to: Listening['to']; other: string; language: Language; onAct: (act: CallerAct) => void }) {
  const say = texts[props.language];
  if (props.to !== 'queue' && props.to !== 'dial' && props.to !== 'talk') return null;
  return (
    <div className="other-side" role="group" aria-label={say.otherSide}>
      <p>
        {say.otherSide} <strong>{props.other}</strong>
      </p>
      {props.to !== 'talk' && (
        <button type="button" className="button" onClick={() => props.onAct({ act: 'answered' })}>
          {say.takesUp}
        </button>
      )}
      {props.to !== 'queue' && (
        <button type="button" className="button" onClick={() => props.onAct({ act: 'othergone' })}>
          {say.putsDown}
        </button>
      )}
    </div>
  );
}
