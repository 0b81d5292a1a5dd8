import { useEffect, useReducer, useRef, useState } from 'react';
import { Live } from './api/live';
import { Refused, server } from './api/server';
import type { Language } from '../language/language';
import { empty, followed, looked, reduce, type DeskAction, type DeskState } from './state';

/** The desk of whoever is signed in: its state, kept true by the live connection. */
export function useDesk(language: Language, onSignedOut: () => void): { state: DeskState; act: (action: DeskAction) => void; connected: boolean } {
  const [state, act] = useReducer(reduce, empty);
  const [connected, setConnected] = useState(false);
  const latest = useRef(state);
  const live = useRef<Live | null>(null);
  const spoken = useRef(language);
  const needsInbox = state.cursor === null;

  useEffect(() => {
    latest.current = state;
    live.current?.follow(followed(state));
    live.current?.see(looked(state));
  }, [state]);

  // The connection stays: whoever is offered somebody keeps the offer.
  useEffect(() => {
    spoken.current = language;
    live.current?.speak(language);
  }, [language]);

  useEffect(() => {
    if (!needsInbox) return;
    const read = () =>
      server.inbox().then(
        inbox => act({ type: 'inbox', inbox, at: Date.now() }),
        (fault: unknown) => {
          if (fault instanceof Refused && fault.status === 401) onSignedOut();
          else retry = window.setTimeout(read, 2_000);
        },
      );
    let retry = 0;
    void read();
    return () => window.clearTimeout(retry);
  }, [needsInbox, onSignedOut]);

  useEffect(() => {
    if (needsInbox) return;
    const connection = new Live(
      {
        onEvent: event => act({ type: 'event', event }),
        onConversation: view => act({ type: 'conversation', view }),
        onSigns: (conversation, signs) => act({ type: 'signs', conversation, signs }),
        onConnected: isConnected => {
          setConnected(isConnected);
          // A socket that was cut may have been cut for good: the inbox knows.
          if (!isConnected) server.me().catch((fault: unknown) => fault instanceof Refused && fault.status === 401 && onSignedOut());
        },
        cursor: () => latest.current.cursor ?? 0,
        version: id => latest.current.conversations[id]?.version ?? 0,
      },
      spoken.current,
    );
    live.current = connection;
    connection.follow(followed(latest.current));
    connection.see(looked(latest.current));
    void connection.start();
    return () => {
      live.current = null;
      void connection.stop();
    };
  }, [needsInbox, onSignedOut]);

  return { state, act, connected };
}
