import type { ConnectionEvent, DirectLineStatus } from './connection';
import type { Grant } from './server';
import type { DirectLine, Store, WebChat } from './webchat';

/** One opened conversation: Direct Line and Web Chat's store over it. */
export type Conversation = {
  readonly id: string;
  /** How many conversations this page had opened before, renewed ones too. */
  readonly number: number;
  readonly directLine: DirectLine;
  readonly store: Store;
  /** Sends a text as the customer would by typing it. */
  say(text: string): void;
  /** What stands in the send box, so that a renewed connection does not lose it. */
  draft(): string;
  /** Whether the customer has said anything yet. */
  begun(): boolean;
  close(): void;
};

let opened = 0;

/**
 * Opens the granted conversation on this server's Direct Line. Starting again with a token of the same
 * conversation answers with a stream from its beginning, so a refreshed page fills itself.
 */
export function openConversation(
  webChat: WebChat,
  grant: Grant,
  draft: string,
  report: (event: ConnectionEvent) => void,
): Conversation {
  let closed = false;
  const tell = (event: ConnectionEvent) => {
    if (!closed) report(event);
  };

  const directLine = webChat.createDirectLine({
    domain: `${location.origin}/v3/directline`,
    token: grant.token,
    webSocket: true,
    conversationStartProperties: { locale: grant.locale },
  });
  // Web Chat passes no socket on to Direct Line, which looks here for it each time that it connects.
  directLine.services.WebSocket = watched(open => tell({ type: 'socket', open }));
  const store = webChat.createStore(draft ? { sendBoxValue: draft } : {});
  const statuses = directLine.connectionStatus$.subscribe(status =>
    tell({ type: 'directLine', status: status as DirectLineStatus }),
  );

  return {
    id: grant.conversationId,
    number: opened++,
    directLine,
    store,
    say: text => store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'keyboard' } }),
    draft: () => store.getState().sendBoxValue,
    begun: () => store.getState().activities.some(({ type, from }) => type === 'message' && from?.role === 'user'),
    close() {
      closed = true;
      statuses.unsubscribe();
      directLine.end();
    },
  };
}

/** Direct Line keeps its status at "online" while it reconnects a broken socket, so the socket itself is watched. */
function watched(report: (open: boolean) => void): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', () => report(true));
      this.addEventListener('close', () => report(false));
    }
  };
}
