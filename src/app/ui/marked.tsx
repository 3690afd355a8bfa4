import type { ReactElement, ReactNode } from 'react';

/** A text with parts of it marked: `ranges` in order, in UTF-16 units. */
export function Marked(props: {
  text: string;
  ranges: readonly { readonly start: number; readonly end: number }[];
}): ReactElement {
  const { text, ranges } = props;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
