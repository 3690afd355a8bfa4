import type { CSSProperties, ReactElement, ReactNode } from 'react';
import { Popover } from '../../ui/floats/popover.tsx';

/** A chart with what it is of above it, its axis below it, and behind it a table of the same numbers. */
export function ChartFigure(props: {
  /** The accessible name. */
  label: string;
  className: string;
  caption: ReactNode;
  /** Texts along the axis, and where on it, from 0 to 1. */
  ticks: readonly { readonly at: number; readonly text: string }[];
  /** Of the table: its columns, and its rows beginning with what they are of. */
  head: readonly string[];
  rows: readonly (readonly string[])[];
  children: ReactNode;
}): ReactElement {
  const { label, className, caption, ticks, head, rows, children } = props;
  return (
    <figure className={`chart ${className}`} aria-label={label}>
      <figcaption className="chart-caption">
        {caption}
        {rows.length === 0 ? null : (
          <span className="chart-as-table">
            <Popover label={`${label} as a table`} button="Table" variant="quiet" align="end">
              {() => <ChartTable label={`${label} as a table`} head={head} rows={rows} />}
            </Popover>
          </span>
        )}
      </figcaption>
      {children}
      <div className="chart-axis" aria-hidden="true">
        {ticks.map(({ at, text }) => (
          <span key={at} style={{ '--at': at } as CSSProperties}>
            {text}
          </span>
        ))}
      </div>
    </figure>
  );
}

/** The numbers of a chart, for who cannot see it or wants them exactly. Drawn only while it is asked for: there may be a hundred rows. */
function ChartTable(props: {
  label: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}): ReactElement {
  const { label, head, rows } = props;
  return (
    <table className="chart-table" aria-label={label}>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((text, index) => (
              <td key={head[index + 1]}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
