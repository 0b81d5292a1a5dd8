import { useEffect, useMemo, useRef } from 'react';
import { locales, type Language } from '../language/language';
import { webChatLook } from './appearance';
import type { OpenedConversation } from './useConversation';

/** The nonce that the server gave this page; Web Chat marks its style elements with it. */
const nonce = document.querySelector<HTMLElement>('[nonce]')?.nonce;

/**
 * Web Chat itself, as it comes. `look` changes whenever the page's colours do, so that its own follow.
 */
export function Transcript({ opened, language, look }: { opened: OpenedConversation; language: Language; look: string }) {
  const host = useRef<HTMLDivElement>(null);
  const styleOptions = useMemo(() => {
    const tokens = getComputedStyle(document.documentElement);
    return webChatLook(name => tokens.getPropertyValue(name).trim());
  }, [look]);

  useEffect(() => {
    if (!host.current) return;
    const { webChat, conversation } = opened;
    const { number: key, directLine, store } = conversation;
    const props = { key, directLine, store, locale: locales[language], nonce, styleOptions, role: 'main', sendTypingIndicator: true } as const;
    webChat.renderWebChat(props, host.current);
  }, [opened, language, styleOptions]);

  return <div className="transcript" ref={host} />;
}
