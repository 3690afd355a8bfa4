import type { ReactElement, ReactNode } from 'react';

/** A text with parts of it marked: `ranges` in order, in UTF-16 units. */
export function Marked(props: {
  text: string;
  ranges: readonly { readonly start: number; readonly end: number }[];
}): ReactElement {
  const { text, ranges } = props;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [place, { start, end }] of ranges.entries()) {
    // By its place among the marks: another text has its marks elsewhere, and to move one costs more than to fill it anew.
    parts.push(text.slice(at, start), <mark key={place}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
