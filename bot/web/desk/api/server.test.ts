import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, Refused } from './server';

const answers = (status: number, body: object | null) => {
  const asked = vi.fn<typeof fetch>(() => Promise.resolve(new Response(body && JSON.stringify(body), { status })));
  vi.stubGlobal('fetch', asked);
  return asked;
};

describe('what the pages ask of the desk', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('names come into the path and the query as they are, whatever they hold', async () => {
    const asked = answers(200, { says: [] });
    await call('get', 'conversations/{id}/preview', { path: { id: 'a/b?c' }, query: { act: 'start', about: 'R 1&2' } });
    expect(asked.mock.calls[0]?.[0]).toBe('/desk/api/conversations/a%2Fb%3Fc/preview?act=start&about=R+1%262');
  });

  it('nothing is undefined, and a refusal says why', async () => {
    answers(204, null);
    expect(await call('put', 'presence', { body: { presence: 'available' } })).toBeUndefined();
    answers(409, { detail: 'This offer does not stand any more.' });
    await expect(call('get', 'inbox')).rejects.toEqual(new Refused(409, 'This offer does not stand any more.'));
  });

  // Read by the compiler alone: each line that it would take is an error of its own.
  it('what the server does not describe does not compile', () => {
    const never = () => [
      // @ts-expect-error no such route
      call('get', 'inboxes'),
      // @ts-expect-error another method
      call('post', 'inbox'),
      // @ts-expect-error the name in the path is missing
      call('get', 'customers/{id}'),
      // @ts-expect-error a field that the body does not have
      call('put', 'presence', { body: { presence: 'available', until: 'noon' } }),
      // @ts-expect-error a word that the field does not know
      call('post', 'wrap-ups/{id}', { path: { id: '1' }, body: { code: 'done' } }),
      // @ts-expect-error a field that the answer does not have
      call('get', 'inbox').then(inbox => inbox.count),
    ];
    expect(never).toBeTypeOf('function');
  });
});
