import type { Suggestion } from '../../collection/engine/query/query-suggestions.ts';

/** A text, and where the caret goes in it, in UTF-16 units. */
export interface Completed {
  readonly text: string;
  readonly caret: number;
}

/** The text once a suggestion was taken: after a whole term the next one can be typed at once. */
export function acceptSuggestion(text: string, { insert, start, end, isWhole }: Suggestion): Completed {
  const after = text.slice(end);
  const space = isWhole && !after.startsWith(' ') ? ' ' : '';
  const before = text.slice(0, start) + insert + space;
  return { text: before + after, caret: before.length + (isWhole && space === '' ? 1 : 0) };
}
