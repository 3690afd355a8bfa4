import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';
import { markedRanges } from './marked-ranges.ts';

/** The text with its marked parts in brackets. */
function marked(text: string, words: readonly string[]): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of markedRanges(text, words)) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return shown + text.slice(at);
}

describe('markedRanges', () => {
  it.each([
    ['orders-north', ['north'], 'orders-[north]'],
    ['Orders orders', ['ORDERS'], '[Orders] [orders]'],
    ['orders', ['der', 'ord'], '[order]s'],
    ['orders', ['or', 'de'], '[orde]rs'],
    ['orders', ['x', ''], 'orders'],
    ['aaaa', ['aa'], '[aaaa]'],
    ['Straße 5', ['strasse'], '[Straße] 5'],
    ['Straße 5', ['s'], '[S]tra[ß]e 5'],
    ['un e\u0301te\u0301.', ['ete'], 'un [e\u0301te\u0301].'],
    ['🎉 Çeşme', ['cesme'], '🎉 [Çeşme]'],
    ['İzmir', ['iz'], '[İz]mir'],
    ['\ud800shop', ['shop'], '\ud800[shop]'],
  ])('marks in %j the words %j', (text, words, expected) => {
    expect(marked(text, words)).toBe(expected);
  });

  it('marks what search finds, in order and apart', () => {
    const unit = fc.constantFrom('a', 'A', 'ä', 'a\u0308', 'ß', 's', 'İ', 'i', '\ud800', '🎉', '-');
    fc.assert(
      fc.property(fc.string({ unit }), fc.array(fc.string({ unit, minLength: 1, maxLength: 3 })), (text, words) => {
        const ranges = markedRanges(text, words);
        const found = words.filter((word) => foldText(word) !== '' && foldText(text).includes(foldText(word)));
        expect(ranges.length > 0).toBe(found.length > 0);
        for (const word of found) {
          expect(ranges.some(({ start, end }) => foldText(text.slice(start, end)).includes(foldText(word)))).toBe(true);
        }
        for (const [index, { start, end }] of ranges.entries()) {
          expect(start).toBeGreaterThan(ranges[index - 1]?.end ?? -1);
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });
});
