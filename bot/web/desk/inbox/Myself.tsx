import { LanguageSwitch } from '../../language/LanguageSwitch';
import type { Language } from '../../language/language';
import { server } from '../api/server';
import { presences, type Me } from '../api/types';
import { useTools } from '../tools';

interface Props {
  me: Me;
  presence: string;
  language: Language;
  onLanguage: (language: Language) => void;
  onSignedOut: () => void;
}

/** Who I am, and whether I take customers. */
export function Myself({ me, presence, language, onLanguage, onSignedOut }: Props) {
  const { say, attempt } = useTools();
  const isOwnChoice = (presences as readonly string[]).includes(presence);
  return (
    <header>
      <strong>{me.name}</strong>
      <LanguageSwitch language={language} onChoose={onLanguage} />
      <label>
        <span className="hidden">{say('presence')}</span>
        <select value={presence} className={presence === 'available' ? 'good' : 'quiet'} onChange={event => void attempt(() => server.setPresence(event.target.value))}>
          {!isOwnChoice && <option value={presence}>{say('missed')}</option>}
          {presences.map(each => (
            <option key={each} value={each}>
              {say(each)}
            </option>
          ))}
        </select>
      </label>
      <button className="link" type="button" onClick={() => void attempt(server.signOut).then(onSignedOut)}>
        {say('signOut')}
      </button>
    </header>
  );
}
