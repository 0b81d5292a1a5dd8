import { describe, expect, it } from 'vitest';
import { canSend, connect, DirectLineStatus, firstConnection, retryAfter, wantsToken } from './connection';
import type { Connection, ConnectionEvent } from './connection';

const after = (...events: ConnectionEvent[]): Connection => events.reduce(connect, firstConnection);
const opened = { type: 'opened' } as const;
const streamOpen = { type: 'socket', open: true } as const;
const streamBroken = { type: 'socket', open: false } as const;
const directLine = (status: DirectLineStatus) => ({ type: 'directLine', status }) as const;

describe('the connection', () => {
  it('asks for a token first', () => {
    expect(wantsToken(firstConnection)).toBe(true);
    expect(after(opened).at).toBe('connecting');
    expect(wantsToken(after(opened))).toBe(false);
  });

  it('is online only when the stream is open', () => {
    expect(after(opened, directLine(DirectLineStatus.Online)).at).toBe('connecting');
    expect(after(opened, streamOpen).at).toBe('online');
    expect(canSend(after(opened, streamOpen))).toBe(true);
  });

  it('reconnects in words when the stream breaks, and comes back', () => {
    expect(after(opened, streamOpen, streamBroken).at).toBe('reconnecting');
    expect(after(opened, streamOpen, streamBroken, streamOpen).at).toBe('online');
  });

  it('asks for a new token when the old one ran out, and goes on', () => {
    const expired = after(opened, streamOpen, streamBroken, directLine(DirectLineStatus.ExpiredToken));
    expect(expired.at).toBe('renewing');
    expect(wantsToken(expired)).toBe(true);
    expect([opened, streamOpen].reduce<Connection>(connect, expired).at).toBe('online');
  });

  it('does not take the last word of an old socket for a new state', () => {
    expect(after(opened, directLine(DirectLineStatus.ExpiredToken), streamBroken).at).toBe('renewing');
  });

  it('renews an expired token although Web Chat then ends that Direct Line', () => {
    const expired = directLine(DirectLineStatus.ExpiredToken);
    const ended = directLine(DirectLineStatus.Ended);
    expect(after(opened, streamOpen, expired, ended).at).toBe('renewing');
    expect(after(opened, directLine(DirectLineStatus.FailedToConnect), ended).at).toBe('failed');
  });

  it('waits longer after each failure, a minute at most', () => {
    const refused = { type: 'refused' } as const;
    const again = { type: 'tryAgain' } as const;
    expect(retryAfter(after(refused))).toBe(2000);
    expect(retryAfter(after(refused, again, refused))).toBe(4000);
    const often = Array.from({ length: 20 }, () => [refused, again]).flat();
    expect(retryAfter(after(...often, refused))).toBe(60_000);
    expect(retryAfter(after(refused, opened))).toBeUndefined();
  });

  it('says when the server forgot the conversation', () => {
    expect(after(opened, streamOpen, directLine(DirectLineStatus.Ended)).at).toBe('ended');
  });

  it('rests while another window has the conversation, until the customer takes it back', () => {
    const resting = after(opened, streamOpen, { type: 'openedElsewhere' }, streamBroken, streamOpen);
    expect(resting.at).toBe('elsewhere');
    expect(wantsToken(connect(resting, { type: 'tryAgain' }))).toBe(true);
  });
});
