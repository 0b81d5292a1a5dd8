import { useEffect, useReducer } from 'react';
import type { Language } from '../language/language';
import { asRead } from './callers';
import type { CallEvent } from './events';
import { OtherPhone } from './OtherPhone';
import { hear, nothingOutside } from './outside';
import { outsideEvents } from './server';
import { texts } from './texts';

/** Text messages, and the telephones that the bot rings while the visitor calls or after it. */
export function OutsideWorld({ language }: { language: Language }) {
  const [outside, tell] = useReducer(hear, nothingOutside);
  const say = texts[language];

  useEffect(() => {
    const events = new EventSource(outsideEvents);
    events.onmessage = message => tell(JSON.parse(message.data as string) as CallEvent);
    return () => events.close();
  }, []);

  return (
    <>
      {outside.messages.map(message => (
        <p key={message.key} className="message" role="status">
          <strong>{say.textTo.replace('{number}', asRead(message.to))}</strong>
          <br />
          {message.body}
        </p>
      ))}
      {outside.phones.map(phone => (
        <OtherPhone key={phone.sid} sid={phone.sid} number={phone.number} language={language} />
      ))}
    </>
  );
}
