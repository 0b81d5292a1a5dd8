import { describe, expect, it } from 'vitest';
import { next, written } from './clock';

// A Tuesday.
const now = '2026-11-24T11:30:00.1234567+09:00';

describe("the shop's clock", () => {
  it.each([
    ['lunch', '2026-11-24T12:20:00+09:00'],
    ['morning', '2026-11-25T10:00:00+09:00'],
    ['night', '2026-11-24T22:30:00+09:00'],
    ['sunday', '2026-11-29T14:00:00+09:00'],
  ] as const)('finds the next %s', (moment, time) => expect(next(moment, now)).toBe(time));

  it('passes over a weekend for an hour of work', () => expect(next('morning', '2026-11-27T12:00:00+09:00')).toBe('2026-11-30T10:00:00+09:00'));

  it('is written in its own country', () => expect(written(now)).toEqual({ date: '2026-11-24', time: '11:30' }));
});
