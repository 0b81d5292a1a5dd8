import { describe, expect, it } from 'vitest';
import { asDialled, asRead } from './callers';

describe('a number', () => {
  it.each([
    ['010-1234-5678', '+821012345678'],
    ['02 123 4567', '+8221234567'],
    ['+1 (415) 555-0100', '+14155550100'],
    ['1234', undefined],
    ['hello', undefined],
  ])('typed as %s is dialled as %s', (typed, dialled) => expect(asDialled(typed)).toBe(dialled));

  it('is read as people write it', () => {
    expect(asRead('+821000001234')).toBe('010-0000-1234');
    expect(asRead('+8215880000')).toBe('1588-0000');
    expect(asRead('+14155550100')).toBe('+14155550100');
  });
});
