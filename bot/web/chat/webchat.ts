/** The part of Web Chat's ready bundle that this page uses (botframework-webchat, dist/webchat.js). */
export type WebChat = {
  createDirectLine(options: {
    domain: string;
    token: string;
    webSocket: boolean;
    conversationStartProperties: { locale: string };
  }): DirectLine;
  createStore(initialState: { sendBoxValue?: string }): Store;
  renderWebChat(props: WebChatProps, element: HTMLElement): void;
};

export type DirectLine = {
  readonly connectionStatus$: { subscribe(next: (status: number) => void): { unsubscribe(): void } };
  readonly services: { WebSocket: typeof WebSocket };
  end(): void;
};

export type Store = {
  dispatch(action: { type: string; payload?: unknown }): void;
  getState(): { sendBoxValue: string; activities: readonly Activity[] };
};

export type Activity = { readonly type: string; readonly from?: { readonly role?: string } };

export type WebChatProps = {
  /** React's key: another conversation gets another Web Chat, and the old one is taken down. */
  key: number;
  directLine: DirectLine;
  store: Store;
  locale: string;
  nonce: string | undefined;
  styleOptions: StyleOptions;
  role: 'main';
  /** Whether the shop is told while the customer is typing. */
  sendTypingIndicator: boolean;
};

export type StyleOptions = Readonly<Record<string, string | number | boolean>>;

declare global {
  interface Window {
    WebChat?: WebChat;
  }
}

/** Where the build put the bundle. */
declare const __WEBCHAT__: string;

let loading: Promise<WebChat> | undefined;

/** Loads the bundle once. It is large, so the page stands before it arrives. A failed load is tried anew. */
export function loadWebChat(): Promise<WebChat> {
  return (loading ??= new Promise<WebChat>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = __WEBCHAT__;
    script.onload = () => (window.WebChat ? resolve(window.WebChat) : reject(new Error(`${__WEBCHAT__} holds no WebChat`)));
    script.onerror = () => reject(new Error(`${__WEBCHAT__} did not load`));
    document.head.append(script);
  }).catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}
