import { useEffect, useReducer } from 'react';
import type { Language } from '../language/language';
import type { CallEvent } from './events';
import { OtherPhone } from './OtherPhone';
import { hear, nothingOutside } from './outside';
import { outsideEvents } from './server';
import { TextMessages } from './TextMessages';

/** Text messages, and the telephones that the bot rings while the visitor calls or after it. */
export function OutsideWorld({ from, language }: { from: string | undefined; language: Language }) {
  const [outside, tell] = useReducer(hear, nothingOutside);

  useEffect(() => {
    const events = new EventSource(outsideEvents);
    events.onmessage = message => tell(JSON.parse(message.data as string) as CallEvent);
    return () => events.close();
  }, []);

  return (
    <>
      {outside.phones.map(phone => (
        <OtherPhone key={phone.sid} sid={phone.sid} number={phone.number} language={language} />
      ))}
      <TextMessages from={from} outside={outside} language={language} />
    </>
  );
}
