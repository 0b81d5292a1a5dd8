import { describe, expect, it } from 'vitest';
import { contrast, readable, textOn } from './colour';

describe("a shop's colour", () => {
  it('contrasts as WCAG says', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('carries white text when dark and black text when bright', () => {
    expect(textOn('#2457d6')).toBe('#ffffff');
    expect(textOn('#ffe100')).toBe('#111111');
  });

  it('stays as it is where it can be read', () => {
    expect(readable('#2457d6', '#ffffff', '#1a1e26')).toBe('#2457d6');
  });

  it.each(['#ffe100', '#7fffd4', '#ffffff', '#ff5a5f'])('%s is darkened until it can be read on white', colour => {
    expect(contrast(readable(colour, '#ffffff', '#1a1e26'), '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  it('may be written short', () => {
    expect(contrast('#fff', '#000')).toBe(contrast('#ffffff', '#000000'));
  });

  it('is refused by name when it is none', () => {
    expect(() => textOn('blue')).toThrow("'blue' is no colour");
  });
});
