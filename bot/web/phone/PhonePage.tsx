import { useEffect, useState } from 'react';
import { LanguageSwitch } from '../language/LanguageSwitch';
import { locales } from '../language/language';
import { useLanguage } from '../language/useLanguage';
import { CallerChoice, firstCaller, numberOf } from './CallerChoice';
import { isOver } from './call';
import { asRead, shopNumber } from './callers';
import { Conversation } from './Conversation';
import { Keypad } from './Keypad';
import { OtherSide } from './OtherSide';
import { OutsideWorld } from './OutsideWorld';
import { Saying } from './Saying';
import { ShopClock } from './ShopClock';
import { Steps } from './Steps';
import { texts } from './texts';
import { useCall } from './useCall';

/** A telephone that calls the bot, and beside it what goes over the wire. */
export function PhonePage() {
  const [language, chooseLanguage] = useLanguage();
  const [caller, choose] = useState(firstCaller);
  const [aloud, setAloud] = useState(true);
  const { call, sid, failed, dial, does, again } = useCall(aloud);
  const say = texts[language];
  const over = isOver(call);
  const from = numberOf(caller);

  useEffect(() => {
    document.title = `ServiceBot · ${say.title}`;
  }, [say]);

  return (
    <div className="phone">
      <header>
        <a href="/">{say.home}</a>
        <LanguageSwitch language={language} onChoose={chooseLanguage} />
      </header>
      <div className="intro">
        <h1>{say.title}</h1>
        <p className="hint">{say.lead}</p>
      </div>
      <main>
        <div className="handset">
          <CallerChoice caller={caller} language={language} enabled={over} onChoose={choose} />
          <div className="line">
            <p role="status">
              <strong>{asRead(shopNumber)}</strong> {say[call.status]}
            </p>
            {over ? (
              <button type="button" className="button call" disabled={!from} onClick={() => from && dial(from, shopNumber)}>
                {call.status === 'none' ? say.call : say.callBack}
              </button>
            ) : (
              <button type="button" className="button hang-up" onClick={() => does({ act: 'hungup' })}>
                {say.hangUp}
              </button>
            )}
          </div>
          {failed && (
            <p className="bad" role="alert">
              {say.failedToSend}
            </p>
          )}
          <Conversation lines={call.lines} sid={sid} language={language} empty={say.empty} />
          <p className="listens" role="status">
            {call.listening ? say[call.listening.keys && call.listening.speech && call.listening.to === 'gather' ? 'both' : call.listening.to === 'gather' ? (call.listening.speech ? 'speechOnly' : 'keysOnly') : call.listening.to] : ''}
          </p>
          {call.listening && <OtherSide to={call.listening.to} other={call.listening.other} language={language} onAct={does} />}
          <Saying language={language} speaks={call.listening?.language || locales[language]} enabled={call.listening !== undefined} onAct={does} />
          <Keypad label={say.keypad} enabled={call.listening !== undefined} onPress={key => does({ act: 'pressed', key })} />
          <div className="ways">
            <button type="button" className="button" aria-pressed={aloud} onClick={() => setAloud(!aloud)}>
              {aloud ? say.mute : say.unmute}
            </button>
            <button type="button" className="button" disabled={over} title={say.againHint} onClick={again}>
              {say.again}
            </button>
          </div>
          <ShopClock language={language} />
        </div>
        <div className="beside">
          <OutsideWorld from={from} language={language} />
          <Steps steps={call.steps} language={language} />
        </div>
      </main>
    </div>
  );
}
