import { locales, type Language } from '../language/language';
import { asRead } from './callers';
import { isOver } from './call';
import { Conversation } from './Conversation';
import { Keypad } from './Keypad';
import { Saying } from './Saying';
import { texts } from './texts';
import { useOneCall } from './useCall';

/** A telephone that the bot rings: the agent's, or the customer's who is called back. The visitor plays that side too. */
export function OtherPhone({ sid, number, language }: { sid: string; number: string; language: Language }) {
  const { call, does } = useOneCall(sid, false);
  const say = texts[language];
  const rings = call.listening?.to === 'rings';
  return (
    <section className="other-phone" aria-label={`${say.otherPhone} ${asRead(number)}`}>
      <div className="line">
        <p role="status">
          <strong>{asRead(number)}</strong> {say[call.status]}
        </p>
        {rings && (
          <button type="button" className="button call" onClick={() => does({ act: 'answered' })}>
            {say.takeUp}
          </button>
        )}
        {!isOver(call) && (
          <button type="button" className="button hang-up" onClick={() => does({ act: 'hungup' })}>
            {say.hangUp}
          </button>
        )}
      </div>
      <Conversation lines={call.lines} sid={sid} language={language} empty={rings ? say.otherEmpty : ''} />
      {!isOver(call) && !rings && (
        <>
          <Saying id={`said-${sid}`} language={language} speaks={call.listening?.language || locales[language]} enabled={call.listening !== undefined} onAct={does} />
          <Keypad label={say.keypad} enabled={call.listening !== undefined} onPress={key => does({ act: 'pressed', key })} />
        </>
      )}
    </section>
  );
}
