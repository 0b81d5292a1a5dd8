import { languages, ownNames, type Language } from './language';
import './language-switch.css';

const groupName: Record<Language, string> = { ko: '언어', en: 'Language' };

/** Two buttons, each in its own language; the pressed one is the page's. */
export function LanguageSwitch({ language, onChoose }: { language: Language; onChoose: (language: Language) => void }) {
  return (
    <div className="language-switch" role="group" aria-label={groupName[language]}>
      {languages.map(each => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => onChoose(each)}>
          {ownNames[each]}
        </button>
      ))}
    </div>
  );
}
