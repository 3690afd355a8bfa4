import type { ReactElement, ReactNode } from 'react';
import { CopyButton } from '../ui/controls/copy-button.tsx';
import { Tip } from '../ui/floats/tip.tsx';
import { Time, type TimeMode } from '../ui/format/time.tsx';

/** A text, with the parts marked that it was found by. */
export type MarkText = (text: string) => ReactNode;

/** How the reader wants cells to be written. */
export interface CellLook {
  /** The caller's own, `undefined` while it is not known. */
  readonly userId: string | undefined;
  readonly times: TimeMode;
  readonly mark?: MarkText | undefined;
}

/** What cells are made of: `columns.tsx` says once what stands in each, and whoever draws a row says what that looks like. */
export interface CellParts<Drawn> {
  /** A text that always fits. */
  readonly plain: (text: string) => Drawn;
  /** What a dataset is called, and beside it the name that the API knows it by; both empty for one without a name. */
  readonly name: (shown: string, name: string | null | undefined) => Drawn;
  readonly id: (id: string) => Drawn;
  /** A text that may be cut off; `–` for none. */
  readonly cut: (text: string | null | undefined, kind: 'dim' | 'mono') => Drawn;
  /** A point in time, in ISO 8601: what is no date is shown as it is. */
  readonly time: (iso: string, kind: '' | 'dim') => Drawn;
  /** A number and a bar as long as its share, `undefined` for no bar. Its place is kept, so that the numbers stay in line. */
  readonly share: (count: string, share: number | undefined) => Drawn;
}

/** `–` for what there is not. */
export const nothing: ReactElement = <span className="dim">–</span>;

/** The words for a dataset without a name. */
export const unnamed: ReactElement = <span className="unnamed">Unnamed</span>;

/** A count and its bar. */
export function shareBar(count: string, share: number | undefined): ReactElement {
  return (
    <>
      {count}
      <span className="ratio">
        {share === undefined ? null : <span style={{ inlineSize: `${Math.max(3, Math.floor(share * 100))}%` }} />}
      </span>
    </>
  );
}

/** The parts of a row that can be pointed at: what is cut off shows all of itself, an id can be copied. */
export function liveParts({ times, mark = (text) => text }: CellLook): CellParts<ReactNode> {
  return {
    plain: (text) => text,
    name(shown, name) {
      if (!shown) return unnamed;
      const both = name && name !== shown ? `${shown}\n${name}` : shown;
      const isAll = both === shown;
      return (
        <Tip text={() => both} onlyWhenCut={isAll} isTabStop={!isAll || shown.length > 16} className="name" dir="auto">
          {mark(shown)}
        </Tip>
      );
    },
    id: (id) => (
      <span className="id">
        <span className="mono">{mark(id)}</span>
        <CopyButton text={id} label="Copy ID" iconOnly />
      </span>
    ),
    cut: (text, kind) =>
      text ? (
        <Tip
          text={() => text}
          onlyWhenCut
          isTabStop={text.length > 12}
          className={`cut ${kind}`}
          dir={kind === 'mono' ? 'ltr' : 'auto'}
        >
          {mark(text)}
        </Tip>
      ) : (
        nothing
      ),
    time: (iso, kind) => <Time iso={iso} mode={times} className={kind ? `when ${kind}` : 'when'} />,
    share: shareBar,
  };
}
