import type { ItemMaker, SampleFields } from './sample-item.ts';

const awkward: readonly [SampleFields, ...SampleFields[]] = [
  { text: '<script>alert(1)</script>', html: '<b>bold</b> & <i>italic</i> &amp;' },
  { text: '=HYPERLINK("https://example.com","click")', csv: 'comma, "quote", and\nnew line' },
  { text: 'left ‮right to left‬ left', zeroWidth: 'a\u200bb', combining: 'é é', nul: 'a\u0000b' },
  { number: 9_007_199_254_740_991, tiny: 5e-324, huge: 1.797_693_134_862_315_7e308, negativeZero: -0, text: '0012' },
  { '': 'an empty key', ' ': 'a space', 'a.b': 'a dot', 'a/b': 'a slash', 'a[0]': 'brackets', constructor: 'taken' },
  { deep: { a: { b: { c: { d: { e: { f: { g: [[[['bottom']]]] } } } } } } } },
  { list: [null, [], {}, '', 0, false], yes: true, no: false },
  { emoji: '👨‍👩‍👧‍👦🏳️‍🌈', family: ['👩', '👨'], flag: '🇨🇿' },
  { lines: 'one\r\ntwo\ttabbed\u2028three', quote: '\'"`', backslash: '\\n is not a new line' },
];

/** What breaks tables, exports and queries that were only tried with tame data. */
export const awkwardItem: ItemMaker = ({ random, index }) => ({ id: index + 1, ...random.pick(awkward) });
