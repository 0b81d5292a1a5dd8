import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Language } from '../language/language';
import { connect, firstConnection, retryAfter, wantsToken, type Connection } from './connection';
import { openConversation, type Conversation } from './conversation';
import { passOfAddress, spendPass, type PassAnswer } from './pass';
import { askForToken } from './server';
import { loadWebChat, type WebChat } from './webchat';

export type OpenedConversation = { readonly webChat: WebChat; readonly conversation: Conversation };

export type ConversationControl = {
  readonly connection: Connection;
  readonly opened: OpenedConversation | undefined;
  /** Tries a failed connection now, or takes the conversation back from another window. */
  tryAgain(): void;
  /** Leaves this conversation for a new one. */
  restart(): void;
  /** Leaves this conversation for one that was begun on the telephone. */
  continueCall(code: string): Promise<PassAnswer>;
  /** Why the link that opened this page was not taken, or undefined. */
  linkRefused: PassAnswer | undefined;
};

/** Keeps one conversation open: asks for tokens, opens Direct Line, comes back after failures. */
export function useConversation(language: Language): ConversationControl {
  const [connection, report] = useReducer(connect, firstConnection);
  const [opened, setOpened] = useState<OpenedConversation>();
  const current = useRef<Conversation>(undefined);
  const startsAnew = useRef(false);
  const arrival = useRef<Promise<void>>(undefined);
  const [linkRefused, refuseLink] = useState<PassAnswer>();
  const spoken = useRef(language);
  spoken.current = language;

  const asking = wantsToken(connection);
  useEffect(() => {
    if (!asking) return;
    const abort = new AbortController();
    // A link from a text message first brings its conversation here; once, however often a token is asked for.
    arrival.current ??= arrive(refuseLink);
    const granted = arrival.current.then(() => askForToken(spoken.current, startsAnew.current, abort.signal));
    Promise.all([loadWebChat(), granted]).then(
      ([webChat, grant]) => {
        if (abort.signal.aborted) return;
        const draft = startsAnew.current ? '' : (current.current?.draft() ?? '');
        startsAnew.current = false;
        current.current?.close();
        const conversation = openConversation(webChat, grant, draft, report);
        current.current = conversation;
        setOpened({ webChat, conversation });
        report({ type: 'opened' });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        console.warn('The conversation could not be opened.', error);
        report({ type: 'refused' });
      },
    );
    return () => abort.abort();
  }, [asking]);

  const wait = retryAfter(connection);
  useEffect(() => {
    if (wait === undefined) return;
    const tryAgain = () => report({ type: 'tryAgain' });
    const timer = setTimeout(tryAgain, wait);
    window.addEventListener('online', tryAgain);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', tryAgain);
    };
  }, [wait]);

  // Two windows would take the one stream of a conversation from each other for ever; the newest keeps it.
  const conversation = opened?.conversation;
  useEffect(() => {
    if (!conversation) return;
    const windows = new BroadcastChannel('servicebot.chat');
    windows.onmessage = ({ data }: MessageEvent<string>) => {
      if (data !== conversation.id) return;
      conversation.close();
      report({ type: 'openedElsewhere' });
    };
    windows.postMessage(conversation.id);
    return () => windows.close();
  }, [conversation]);

  const tryAgain = useCallback(() => report({ type: 'tryAgain' }), []);
  const restart = useCallback(() => {
    startsAnew.current = true;
    report({ type: 'tryAgain' });
  }, []);
  const continueCall = useCallback(async (code: string) => {
    const answer = await spendPass(code);
    if (answer === 'taken') report({ type: 'tryAgain' });
    return answer;
  }, []);
  return { connection, opened, tryAgain, restart, continueCall, linkRefused };
}

async function arrive(refuse: (answer: PassAnswer) => void): Promise<void> {
  const pass = passOfAddress();
  if (!pass) return;
  const answer = await spendPass(pass);
  if (answer !== 'taken') refuse(answer);
}
