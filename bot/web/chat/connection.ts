/**
 * Where the page stands with its server.
 *
 * - `opening`: a token is asked for, or Web Chat's bundle is on its way
 * - `connecting`: a token is there, the stream is not yet
 * - `online`: messages flow
 * - `reconnecting`: the stream broke; Direct Line comes back by itself and nothing is lost
 * - `renewing`: the token ran out; the page asks for a new one and goes on in the same conversation
 * - `failed`: no way through; tried again after `retryAfter` milliseconds, or when the customer asks
 * - `elsewhere`: the same conversation was opened in another window; this one rests
 * - `ended`: the server no longer knows the conversation
 */
export type Connection =
  | { readonly at: 'opening' | 'renewing' | 'failed'; readonly failures: number }
  | { readonly at: 'connecting' | 'online' | 'reconnecting' | 'elsewhere' | 'ended'; readonly failures: 0 };

export type ConnectionEvent =
  | { readonly type: 'opened' }
  | { readonly type: 'directLine'; readonly status: DirectLineStatus }
  | { readonly type: 'socket'; readonly open: boolean }
  | { readonly type: 'refused' }
  | { readonly type: 'openedElsewhere' }
  | { readonly type: 'tryAgain' };

/** The numbers of Direct Line's `connectionStatus$`. */
export const DirectLineStatus = {
  Uninitialized: 0,
  Connecting: 1,
  Online: 2,
  ExpiredToken: 3,
  FailedToConnect: 4,
  Ended: 5,
} as const;
export type DirectLineStatus = (typeof DirectLineStatus)[keyof typeof DirectLineStatus];

export const firstConnection: Connection = { at: 'opening', failures: 0 };

/** The next standing. Pure: what has to be done about it is said by `wantsToken` and `retryAfter`. */
export function connect(now: Connection, event: ConnectionEvent): Connection {
  // Another window has the conversation: only the customer brings it back here.
  if (now.at === 'elsewhere') return event.type === 'tryAgain' ? firstConnection : now;

  switch (event.type) {
    case 'opened':
      return { at: 'connecting', failures: 0 };
    case 'refused':
      return { at: 'failed', failures: now.failures + 1 };
    case 'openedElsewhere':
      return { at: 'elsewhere', failures: 0 };
    case 'tryAgain':
      return { at: 'opening', failures: now.failures };
    case 'socket':
      return overSocket(now, event.open);
    case 'directLine':
      return overDirectLine(now, event.status);
  }
}

/** Whether the Direct Line at hand still counts. Web Chat ends one that expired or failed: that says nothing new. */
const holds = (now: Connection): boolean => now.at === 'connecting' || now.at === 'online' || now.at === 'reconnecting';

function overSocket(now: Connection, open: boolean): Connection {
  if (!holds(now)) return now;
  return { at: open ? 'online' : 'reconnecting', failures: 0 };
}

function overDirectLine(now: Connection, status: DirectLineStatus): Connection {
  if (!holds(now)) return now;
  switch (status) {
    case DirectLineStatus.ExpiredToken:
      return { at: 'renewing', failures: 0 };
    case DirectLineStatus.FailedToConnect:
      return { at: 'failed', failures: now.failures + 1 };
    case DirectLineStatus.Ended:
      return { at: 'ended', failures: 0 };
    default:
      // That a REST call went through is no stream yet: the socket says when messages flow.
      return now;
  }
}

/** Whether the page has to ask its server for a token now. */
export const wantsToken = (now: Connection): boolean => now.at === 'opening' || now.at === 'renewing';

/** Milliseconds until the page tries again by itself: 2 s, 4 s, 8 s ... at most a minute. */
export function retryAfter(now: Connection): number | undefined {
  return now.at === 'failed' ? Math.min(60_000, 1000 * 2 ** Math.min(now.failures, 6)) : undefined;
}

/** Whether what the customer writes goes out at once. */
export const canSend = (now: Connection): boolean => now.at === 'online';
