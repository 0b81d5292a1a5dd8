import { afterEach, expect, test, vi } from 'vitest';
import { passOfAddress, spendPass } from './pass';

afterEach(() => vi.unstubAllGlobals());

const address = (hash: string) => ({ hash, pathname: '/chat', search: '?a=1' }) as Location;

test('a pass is taken out of the address', () => {
  const replaceState = vi.fn();
  expect(passOfAddress(address('#pass=aB-_9'), { replaceState } as unknown as History)).toBe('aB-_9');
  expect(replaceState).toHaveBeenCalledWith(null, '', '/chat?a=1');
});

test.each(['', '#', '#other', '#pass=', '#pass=<b>'])('%s holds no pass and stays', hash => {
  const replaceState = vi.fn();
  expect(passOfAddress(address(hash), { replaceState } as unknown as History)).toBeUndefined();
  expect(replaceState).not.toHaveBeenCalled();
});

test.each([
  [204, 'taken'],
  [404, 'unknown'],
  [400, 'unknown'],
  [429, 'tooMany'],
  [503, 'failed'],
])('the answer %i means %s', async (status, meaning) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status })));
  expect(await spendPass('12345678')).toBe(meaning);
});

test('a network that is away is a failure', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  expect(await spendPass('12345678')).toBe('failed');
});
