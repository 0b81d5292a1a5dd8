import { useEffect, useState } from 'react';
import { LanguageSwitch } from '../language/LanguageSwitch';
import { useLanguage } from '../language/useLanguage';
import icon from '../design/icon.svg';
import { texts } from './texts';

const wishes = [
  ['return', 'returnSay'],
  ['refund', 'refundSay'],
  ['order', 'orderSay'],
  ['complaint', 'complaintSay'],
  ['person', 'personSay'],
] as const;

/** What is here, and where to go. */
export function LandingPage() {
  const [language, chooseLanguage] = useLanguage();
  const health = useHealth();
  const offersPhone = usePhone();
  const say = texts[language];

  useEffect(() => {
    document.title = `ServiceBot · ${say.title}`;
  }, [say]);

  return (
    <div className="landing">
      <header>
        <span className="brand">
          <img src={icon} alt="" width="28" height="28" />
          ServiceBot
        </span>
        <LanguageSwitch language={language} onChoose={chooseLanguage} />
      </header>
      <main>
        <section className="hero">
          <h1>{say.headline}</h1>
          <p>{say.lead}</p>
          <a className="button primary" href="/chat">
            {say.openChat}
          </a>
          {offersPhone && (
            <a className="button" href="/phone">
              {say.openPhone}
            </a>
          )}
          <a className="button" href="/dialogs">
            {say.openDialogs}
          </a>
        </section>

        <section aria-labelledby="wishes">
          <h2 id="wishes">{say.wishes}</h2>
          <ul className="wishes">
            {wishes.map(([name, example]) => (
              <li key={name}>
                <strong>{say[name]}</strong>
                <q>{say[example]}</q>
              </li>
            ))}
          </ul>
        </section>

        <section aria-labelledby="here">
          <h2 id="here">{say.here}</h2>
          <dl className="here">
            <div>
              <dt>
                <a href="/chat">{say.chat}</a>
              </dt>
              <dd>{say.chatSay}</dd>
            </div>
            {offersPhone && (
              <div>
                <dt>
                  <a href="/phone">{say.phone}</a>
                </dt>
                <dd>{say.phoneSay}</dd>
              </div>
            )}
            <div>
              <dt>
                <a href="/desk">{say.desk}</a>
              </dt>
              <dd>{say.deskSay}</dd>
            </div>
            <div>
              <dt>
                <a href="/dialogs">{say.dialogs}</a>
              </dt>
              <dd>{say.dialogsSay}</dd>
            </div>
            <div>
              <dt>
                <a href="/health/ready">{say.health}</a>
              </dt>
              <dd className={health}>{say[health]}</dd>
            </div>
          </dl>
        </section>
      </main>
    </div>
  );
}

/** Whether this server lets anybody try the telephone. */
function usePhone(): boolean {
  const [offered, offer] = useState(false);
  useEffect(() => {
    fetch('/landing/config')
      .then(async response => offer(response.ok && ((await response.json()) as { readonly phone: boolean }).phone))
      .catch((error: unknown) => console.warn('What is here did not arrive.', error));
  }, []);
  return offered;
}

function useHealth(): 'asking' | 'ready' | 'notReady' {
  const [health, setHealth] = useState<'asking' | 'ready' | 'notReady'>('asking');
  useEffect(() => {
    fetch('/health/ready').then(
      response => setHealth(response.ok ? 'ready' : 'notReady'),
      () => setHealth('notReady'),
    );
  }, []);
  return health;
}
