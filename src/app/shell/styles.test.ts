import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The colour tokens of both schemes, and whether they can be told apart (WCAG 2.2: 1.4.3 text 4.5, 1.4.11 controls 3). */
const css = readFileSync(join(import.meta.dirname, 'styles.css'), 'utf8');
const token = /--color-([a-z-]+): light-dark\(oklch\(([\d.% ]+)\), oklch\(([\d.% ]+)\)\)/g;
const tokens = new Map([...css.matchAll(token)].map(([, name, light, dark]) => [name ?? '', { light, dark }]));

/** Relative luminance of an OKLCH colour: OKLab → linear sRGB (bottosson.github.io/posts/oklab), clipped to what a screen shows. */
function luminance(oklch: string): number {
  const [percent = 0, chroma = 0, hue = 0] = oklch.split(' ').map(Number.parseFloat);
  const lightness = percent / 100;
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
  const [red = 0, green = 0, blue = 0] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, scheme: 'light' | 'dark'): number {
  const [high = 0, low = 0] = [one, other]
    .map((name) => luminance(tokens.get(name)?.[scheme] ?? ''))
    .sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['bg', 'surface', 'sunken'];
const onGrounds = ['text', 'muted', 'faint', 'accent', 'danger'].flatMap((name) =>
  grounds.map((ground) => [name, ground, 4.5] as const),
);
const pairs = [
  ...onGrounds,
  ['text', 'accent-wash', 4.5],
  ['muted', 'accent-wash', 4.5],
  ['accent', 'accent-wash', 4.5],
  ['danger', 'danger-wash', 4.5],
  ['text', 'danger-wash', 4.5],
  ['on-accent', 'accent', 4.5],
  ['muted', 'line', 4.5],
  ...['control', 'accent-quiet'].flatMap((name) => grounds.map((ground) => [name, ground, 3] as const)),
] as const;

describe.each(['light', 'dark'] as const)('the %s colours', (scheme) => {
  it.each(pairs)('%s on %s: at least %f', (one, ground, least) => {
    expect(contrast(one, ground, scheme)).toBeGreaterThanOrEqual(least);
  });
});

it('measures black on white as 21', () => {
  expect((luminance('100% 0 0') + 0.05) / (luminance('0% 0 0') + 0.05)).toBeCloseTo(21, 1);
});
