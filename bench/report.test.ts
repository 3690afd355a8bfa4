import { describe, expect, it } from 'vitest';
import { formatKilobytes, formatMs } from './format.ts';
import { markdownTable } from './markdown.ts';
import { reportText } from './report.ts';
import { type Aim, isMet } from './section.ts';

const aim: Aim = { aim: 'first rows', figure: '50.0 ms', floor: '40.0 ms, bare React', value: 1.25, atMost: 1.25 };

describe('isMet', () => {
  it.each([
    [1.25, true],
    [1.2501, false],
    [Number.NaN, false],
  ])('of %d, at most 1.25, is %s', (value, met) => {
    expect(isMet({ ...aim, value })).toBe(met);
  });
});

describe('markdownTable', () => {
  it('lines its columns up, numbers on the right', () => {
    const rows = [
      ['first', '1.0 ms', ''],
      ['the last', '12.5 ms', 'a'],
    ];
    expect(markdownTable(['page', 'p50', 'note'], rows).split('\n')).toEqual([
      '| page     |     p50 | note |',
      '|----------|--------:|------|',
      '| first    |  1.0 ms |      |',
      '| the last | 12.5 ms | a    |',
    ]);
  });
});

describe('formatMs', () => {
  it.each([
    [0.416, '0.42 ms'],
    [16.66, '16.7 ms'],
    [208.4, '208 ms'],
  ])('%d is %s', (ms, text) => {
    expect(formatMs(ms)).toBe(text);
  });
});

it('formats bytes by the thousand', () => {
  expect(formatKilobytes(81_960)).toBe('82.0 KB');
});

describe('reportText', () => {
  const section = { title: 'Browser', notes: ['In turns.'], tables: [], aims: [aim, { ...aim, value: 1.3 }] };
  const text = reportText({ machine: ['Date: today'], sections: [section] });

  it('says of each aim whether it was met', () => {
    expect(text).toContain('1 of 2 met.');
    expect(text.split('\n').filter((line) => line.startsWith('| first rows'))).toEqual([
      expect.stringMatching(/1\.25 \|\s+1\.25 \| met\s+\|$/),
      expect.stringMatching(/1\.30 \|\s+1\.25 \| \*\*not met\*\* \|$/),
    ]);
  });

  it('holds the machine and every section', () => {
    expect(text).toContain('- Date: today\n');
    expect(text).toContain('## Browser\n\nIn turns.');
  });
});
