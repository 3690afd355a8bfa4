import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { datasetQuery } from '../dataset-query.ts';
import { filterText, optionText } from './filter-words.ts';

describe('filterText', () => {
  it.each([
    ['owner:ada', 'Owner: ada'],
    ['-owner:me', 'Not Owner: you'],
    ['name:a\\*b*', 'Name: a*b*'],
    ['is:unnamed', 'Unnamed'],
    ['-is:dirty', 'Not Some items not clean'],
    ['items:10..99', 'Items: 10–99'],
    ['items:>=5', 'Items: at least 5'],
    ['clean:<5', 'Clean items: under 5'],
    ['created:<7d', 'Created: last 7 days'],
    ['created:<1d', 'Created: last day'],
    ['created:>1y', 'Created: more than a year ago'],
    ['created:>2w', 'Created: more than 2 weeks ago'],
    ['modified:2026-01..2026-03', 'Modified: 2026-01 – 2026-03'],
    ['accessed:>=2026-01-15T10:30', 'Accessed: since 2026-01-15 10:30'],
    ['-shop', 'Not shop'],
  ])('%s is "%s"', (text, words) => {
    expect(parseQuery(text, datasetQuery).terms.map(filterText)).toEqual([words]);
  });
});

describe('optionText', () => {
  it.each([
    ['owner:ada', 'Ada', 'Ada'],
    ['owner:me', 'grace', 'You'],
    ['access:RESTRICTED', 'RESTRICTED', 'RESTRICTED'],
    ['is:unnamed', 'unnamed', 'Unnamed'],
    ['items:0', '0', '0'],
    ['created:<30d', '<30d', 'Last 30 days'],
    ['created:2026-01', '2026-01', '2026-01'],
  ])('%s with the label %s is "%s"', (text, label, name) => {
    expect(parseQuery(text, datasetQuery).terms.map((term) => optionText({ term, label }))).toEqual([name]);
  });
});
