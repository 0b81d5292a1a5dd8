import { LanguageSwitch } from '../../language/LanguageSwitch';
import type { Language } from '../../language/language';
import { server } from '../api/server';
import type { Me, Presence } from '../api/types';
import { presenceName } from '../names';
import { useTools } from '../tools';
import { Since } from './Since';

interface Props {
  me: Me;
  presence: Presence;
  /** Why I may take nobody. */
  reasons: readonly string[];
  language: Language;
  onLanguage: (language: Language) => void;
  onSignedOut: () => void;
}

/** Who I am, and whether I take customers. */
export function Myself({ me, presence, reasons, language, onLanguage, onSignedOut }: Props) {
  const { say, attempt } = useTools();
  const choices = ['available', ...reasons];

  async function signOut() {
    await attempt(async () => {
      const over = await server.signOut();
      if (over) window.location.assign(over.next);
    });
    onSignedOut();
  }

  return (
    <header>
      <strong>{me.name}</strong>
      <LanguageSwitch language={language} onChoose={onLanguage} />
      <label>
        <span className="hidden">{say('presence')}</span>
        <select value={presence.state} className={presence.state === 'available' ? 'good' : 'quiet'} onChange={event => void attempt(() => server.setPresence(event.target.value))}>
          {!choices.includes(presence.state) && <option value={presence.state}>{presenceName(say, presence.state)}</option>}
          {choices.map(each => (
            <option key={each} value={each}>
              {presenceName(say, each)}
            </option>
          ))}
        </select>
        {presence.since && (
          <span className="about">
            <Since at={presence.since} />
          </span>
        )}
      </label>
      <button className="link" type="button" onClick={() => void signOut()}>
        {say('signOut')}
      </button>
    </header>
  );
}
