import { useEffect, useState } from 'react';
import { useDark } from '../design/useDark';
import { LanguageSwitch } from '../language/LanguageSwitch';
import { useLanguage } from '../language/useLanguage';
import { Drawing } from './Drawing';
import { texts, titleOf } from './texts';

type Drawings = Readonly<Record<string, string>>;

/** Every dialog of the running bot, drawn by itself: `GET /dialogs/drawings` answers Mermaid text by name. */
export function DialogsPage() {
  const [language, chooseLanguage] = useLanguage();
  const [drawings, setDrawings] = useState<Drawings | 'loading' | 'failed'>('loading');
  const dark = useDark();
  const say = texts[language];

  useEffect(() => {
    document.title = `${say.title} · ServiceBot`;
  }, [say]);

  useEffect(() => {
    fetchDrawings().then(setDrawings, (error: unknown) => {
      console.warn(error);
      setDrawings('failed');
    });
  }, []);

  const names = typeof drawings === 'object' ? Object.keys(drawings) : [];
  return (
    <div className="dialogs">
      <header>
        <a href="/">{say.home}</a>
        <LanguageSwitch language={language} onChoose={chooseLanguage} />
      </header>
      <main>
        <h1>{say.title}</h1>
        <p className="lead">{say.lead}</p>
        {typeof drawings === 'string' && <p role="status">{say[drawings]}</p>}
        {typeof drawings === 'object' && names.length === 0 && <p role="status">{say.none}</p>}
        {names.length > 0 && (
          <nav aria-label={say.list}>
            {names.map(name => (
              <a key={name} className="button" href={`#${name}`}>
                {titleOf(name, language)}
              </a>
            ))}
          </nav>
        )}
        {typeof drawings === 'object' &&
          Object.entries(drawings).map(([name, source]) => (
            <section key={name} id={name}>
              <h2>{titleOf(name, language)}</h2>
              <Drawing title={titleOf(name, language)} source={source} dark={dark} language={language} />
              <details>
                <summary>{say.source}</summary>
                <pre tabIndex={0}>{source}</pre>
              </details>
            </section>
          ))}
      </main>
    </div>
  );
}

async function fetchDrawings(): Promise<Drawings> {
  const response = await fetch('/dialogs/drawings');
  if (!response.ok) throw new Error(`/dialogs/drawings answered ${response.status}`);
  return (await response.json()) as Drawings;
}
