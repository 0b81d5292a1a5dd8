import { useCallback, useEffect, useState } from 'react';
import { chooseLanguage, type Language } from './language';

const storageKey = 'servicebot.language';

/** The page's language: remembered on this device, announced to the browser by `<html lang>`. */
export function useLanguage(): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState(() => chooseLanguage(remembered(), navigator.languages));

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choose = useCallback((next: Language) => {
    remember(next);
    setLanguage(next);
  }, []);

  return [language, choose];
}

// A browser may forbid storage (private windows); the choice then lasts as long as the page.
function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Nothing to do: see above.
  }
}
