import type { Language } from '../language/language';
import { asDialled, asRead, callers, withheld } from './callers';
import { texts } from './texts';

/** Who calls: somebody of the demo shop, a number of one's own, or nobody who shows one. */
export type Caller = { readonly choice: string; readonly typed: string };

export const firstCaller: Caller = { choice: callers[0].number, typed: '' };

/** The number that is shown to the bot, or undefined where what was typed is none. */
export const numberOf = (caller: Caller): string | undefined => (caller.choice === 'other' ? asDialled(caller.typed) : caller.choice);

export function CallerChoice(props: { caller: Caller; language: Language; enabled: boolean; onChoose: (caller: Caller) => void }) {
  const { caller, enabled, onChoose } = props;
  const say = texts[props.language];
  const wrong = caller.choice === 'other' && caller.typed.length > 0 && !numberOf(caller);
  return (
    <div className="from">
      <label htmlFor="from">{say.from}</label>
      <select id="from" value={caller.choice} disabled={!enabled} onChange={event => onChoose({ ...caller, choice: event.target.value })}>
        {callers.map(each => (
          <option key={each.number} value={each.number}>
            {asRead(each.number)} {each.name}
          </option>
        ))}
        <option value={withheld}>{say.withheld}</option>
        <option value="other">{say.other}</option>
      </select>
      {caller.choice === 'other' && (
        <>
          <label htmlFor="typed">{say.number}</label>
          <input
            id="typed" type="tel" value={caller.typed} disabled={!enabled} aria-invalid={wrong} aria-describedby={wrong ? 'wrong' : undefined} placeholder="010-1234-5678"
            onChange={event => onChoose({ ...caller, typed: event.target.value })}
          />
          {wrong && (
            <p id="wrong" className="bad">
              {say.wrongNumber}
            </p>
          )}
        </>
      )}
    </div>
  );
}
