/** A colour as three channels from 0 to 255. */
type Rgb = readonly [number, number, number];

/** Reads `#rrggbb`, or `#rgb` as the build shortens it; throws on anything else, naming it. */
function parse(hex: string): Rgb {
  const text = hex.trim();
  const long = /^#[0-9a-f]{3}$/i.test(text) ? text.replace(/[0-9a-f]/gi, '$&$&') : text;
  if (!/^#[0-9a-f]{6}$/i.test(long)) throw new Error(`'${hex}' is no colour of the form #rrggbb`);
  const channel = (at: number) => parseInt(long.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

function format(rgb: Rgb): string {
  return `#${rgb.map(channel => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = parse(hex).map(channel => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever reads better on `background`. */
export function textOn(background: string): string {
  return contrast('#ffffff', background) >= contrast('#111111', background) ? '#ffffff' : '#111111';
}

/**
 * `colour`, moved toward `ink` only as far as text in it needs to be read on `background` (4.5:1).
 * A shop's bright yellow becomes a dark ochre on white and stays yellow on black.
 */
export function readable(colour: string, background: string, ink: string): string {
  const from = parse(colour);
  const to = parse(ink);
  for (let step = 0; step <= 20; step++) {
    const share = step / 20;
    const mixed = format(from.map((channel, i) => channel + (to[i]! - channel) * share) as unknown as Rgb);
    if (contrast(mixed, background) >= 4.5) return mixed;
  }
  return ink;
}
