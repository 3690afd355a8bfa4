import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FilterGroup } from './filter-group.tsx';
import type { FilterOption } from './filter-options.ts';

function options(count: number): FilterOption[] {
  return Array.from({ length: count }, (_, index) => ({
    term: { key: 'owner', not: false, text: `user-${index}` },
    label: `user-${index}`,
    count: 3,
    isChosen: false,
  }));
}

describe('a filter with many values', () => {
  it.each([
    [200, 550, '744 more'],
    [200, 0, '194 more'],
    [8, 0, '2 more'],
  ])('of which %d are listed and %d are not says that there are %s', (listed, unlisted, text) => {
    const markup = renderToStaticMarkup(
      <FilterGroup name="Owner" options={options(listed)} unlisted={unlisted} isPartial={false} onToggle={() => {}} />,
    );
    expect(/<button[^>]*>(.*?)<\/button>/.exec(markup)?.[1]).toBe(text);
  });
});
