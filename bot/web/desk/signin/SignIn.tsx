import { useEffect, useState, type FormEvent } from 'react';
import type { Language } from '../../language/language';
import { LanguageSwitch } from '../../language/LanguageSwitch';
import { Refused, server } from '../api/server';
import type { Me } from '../api/types';
import type { Say } from '../texts';

interface Props {
  say: Say;
  language: Language;
  onLanguage: (language: Language) => void;
  onSignedIn: (me: Me) => void;
}

// The link of the first start bears its token behind '#', where no server ever sees it.
const invitation = () => /^#first=([\w-]+)$/.exec(location.hash)?.[1] ?? null;

/** Name and password; with the first start's link, the first account. */
export function SignIn({ say, language, onLanguage, onSignedIn }: Props) {
  const [token] = useState(invitation);
  const [problem, setProblem] = useState<'locked' | 'linkOver' | 'wrong' | 'firstLead' | 'unreachable'>();
  const [busy, setBusy] = useState(false);
  const [ways, setWays] = useState({ local: true, openId: false });

  // Who cannot be told the ways is told so when they sign in.
  useEffect(() => void server.ways().then(setWays, () => undefined), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => String(fields.get(name) ?? '');
    setBusy(true);
    try {
      const me = token ? await server.first(token, field('login'), field('name'), field('password')) : await server.signIn(field('login'), field('password'));
      history.replaceState(null, '', location.pathname);
      onSignedIn(me);
    } catch (fault) {
      const status = fault instanceof Refused ? fault.status : 0;
      setProblem(status === 423 ? 'locked' : status === 401 ? (token ? 'linkOver' : 'wrong') : status === 400 ? 'firstLead' : 'unreachable');
      setBusy(false);
    }
  }

  return (
    <main className="sign-in">
      <form onSubmit={submit}>
        <header>
          <h1>{token ? say('firstTitle') : say('title')}</h1>
          <LanguageSwitch language={language} onChoose={onLanguage} />
        </header>
        {ways.openId && (
          <a className="button primary" href="/desk/sign-in">
            {say('companySignIn')}
          </a>
        )}
        {ways.local && (
          <>
            {token && <p>{say('firstLead')}</p>}
            <label>
              {say('login')}
              <input name="login" autoComplete="username" required maxLength={100} autoFocus />
            </label>
            {token && (
              <label>
                {say('name')}
                <input name="name" required maxLength={60} />
              </label>
            )}
            <label>
              {say('password')}
              <input name="password" type="password" autoComplete={token ? 'new-password' : 'current-password'} required maxLength={200} />
            </label>
            <p className="problem" role="alert">
              {problem && say(problem)}
            </p>
            <button className="button primary" type="submit" disabled={busy}>
              {say(token ? 'create' : 'signIn')}
            </button>
          </>
        )}
      </form>
    </main>
  );
}
