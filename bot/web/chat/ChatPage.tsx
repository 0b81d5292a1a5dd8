import { useEffect, useState } from 'react';
import { LanguageSwitch } from '../language/LanguageSwitch';
import type { Language } from '../language/language';
import { useLanguage } from '../language/useLanguage';
import { CallDialog } from './CallDialog';
import { canSend } from './connection';
import { ConnectionLine } from './ConnectionLine';
import type { PassAnswer } from './pass';
import { RestartDialog } from './RestartDialog';
import { texts } from './texts';
import { Transcript } from './Transcript';
import { useConversation } from './useConversation';
import { useShopFront } from './useShopFront';

/** The chat: who speaks, one tap to a person, and Web Chat below. */
export function ChatPage() {
  const [language, chooseLanguage] = useLanguage();
  const { shopName, look } = useShopFront();
  const { connection, opened, tryAgain, restart, continueCall, linkRefused } = useConversation(language);
  const [asksToRestart, askToRestart] = useState(false);
  const [asksForCode, askForCode] = useState(false);
  const [refused, refuse] = useState<PassAnswer>();
  const say = texts[language];

  useEffect(() => {
    document.title = shopName ? `${say.title} · ${shopName}` : say.title;
  }, [say, shopName]);

  // A link that is used up is no dead end: a code does the same.
  useEffect(() => {
    if (!linkRefused) return;
    refuse(linkRefused);
    askForCode(true);
  }, [linkRefused]);

  const closeCode = () => {
    askForCode(false);
    refuse(undefined);
  };

  const switchLanguage = (next: Language) => {
    chooseLanguage(next);
    // Nothing said yet: the greeting may as well come in the language just chosen. Else the next message tells it.
    if (next !== language && canSend(connection) && !opened?.conversation.begun()) restart();
  };

  return (
    <div className="chat">
      <header>
        <div className="who">
          <h1>{shopName || say.title}</h1>
          <p>
            {say.machine}{' '}
            <button type="button" className="continue-call" onClick={() => askForCode(true)}>
              {say.continueCall}
            </button>
          </p>
        </div>
        <button
          type="button"
          className="button person"
          title={say.personHint}
          disabled={!canSend(connection)}
          onClick={() => opened?.conversation.say(say.person)}
        >
          {say.person}
        </button>
        <div className="tools">
          <LanguageSwitch language={language} onChoose={switchLanguage} />
          <button type="button" className="button" disabled={!canSend(connection)} onClick={() => askToRestart(true)}>
            {say.restart}
          </button>
        </div>
      </header>

      <ConnectionLine connection={connection} language={language} onTryAgain={tryAgain} onRestart={restart} />

      {opened && look && <Transcript opened={opened} language={language} look={look} />}

      <CallDialog
        language={language}
        open={asksForCode}
        refused={refused}
        onClose={closeCode}
        onCode={code => {
          void continueCall(code).then(answer => (answer === 'taken' ? closeCode() : refuse(answer)));
        }}
      />

      <RestartDialog
        language={language}
        open={asksToRestart}
        onStay={() => askToRestart(false)}
        onRestart={() => {
          askToRestart(false);
          restart();
        }}
      />
    </div>
  );
}
