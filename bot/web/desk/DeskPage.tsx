import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../language/useLanguage';
import { server } from './api/server';
import type { Me } from './api/types';
import { Desk } from './Desk';
import { SignIn } from './signin/SignIn';
import { MyTelephoneProvider } from './telephone/MyTelephone';
import { speaker } from './texts';

/** The desk for whoever is signed in, and the way in for everybody else. */
export function DeskPage() {
  const [language, chooseLanguage] = useLanguage();
  const [me, setMe] = useState<Me | null | 'asking'>('asking');
  const say = useMemo(() => speaker(language), [language]);

  useEffect(() => {
    document.title = say('title');
  }, [say]);

  useEffect(() => {
    server.me().then(found => setMe(found ?? null), () => setMe(null));
  }, []);

  const signedOut = useCallback(() => setMe(null), []);

  if (me === 'asking') return null;
  return me === null ? (
    <SignIn say={say} language={language} onLanguage={chooseLanguage} onSignedIn={setMe} />
  ) : (
    <MyTelephoneProvider agent={me.id}>
      <Desk me={me} say={say} language={language} onLanguage={chooseLanguage} onSignedOut={signedOut} />
    </MyTelephoneProvider>
  );
}
