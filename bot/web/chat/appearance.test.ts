import { describe, expect, it } from 'vitest';
import { contrast } from '../design/colour';
import { accentTokens, webChatLook } from './appearance';

describe('the look of the chat', () => {
  it.each(['#2457d6', '#ffe100', '#03c75a', '#111111'])("text reads on and in the shop's colour %s, light and dark", accent => {
    for (const [surface, ink] of [['#ffffff', '#1a1e26'], ['#1b2027', '#eceff4']] as const) {
      const tokens = accentTokens(accent, surface, ink);
      expect(contrast(tokens['--on-accent']!, tokens['--accent']!)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tokens['--accent-ink']!, surface)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("paints the customer's bubbles in the shop's colour and takes pictures only", () => {
    const look = webChatLook(name => `<${name}>`);
    expect(look['bubbleFromUserBackground']).toBe('<--accent>');
    expect(look['bubbleFromUserTextColor']).toBe('<--on-accent>');
    expect(look['uploadAccept']).toBe('image/*');
  });
});
