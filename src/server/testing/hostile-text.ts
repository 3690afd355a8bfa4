import fc from 'fast-check';

const awkward = [
  ...['', ' ', '\u0000', '\ud800', '\udfff\ud800', '\u202e', '\u2028', '﷽'.repeat(50), 'x'.repeat(10_000)],
  ...['%', '%00', '%ff', '%2e%2e%2f', '../../etc', '//evil.example/', '\r\nSet-Cookie: a=b', '~', '~~', 'a~b~c'],
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE datasets; --',
    '{{7*7}}',
    '<script>',
    '__proto__',
    'constructor',
    'null',
    'undefined',
  ],
];
const awkwardNumbers = [
  ...['0', '-0', '-1', '1.5', '10.0', '.5', '5.', '1e3', '+1', '00', '0x10', '1_000', ' 1', '1 ', '٣', '１'],
  ...['1e400', '1e308', '1e21', '9007199254740993', '99999999999999999999', 'NaN', 'Infinity'],
];

/** Any text, often one that programs have stumbled over; it may hold lone surrogates. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...awkward),
);

/** What stands where a number should. */
export const hostileNumber: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...awkwardNumbers),
  fc.nat().map(String),
  fc.double().map(String),
  fc.bigInt().map(String),
);
