import type { CSSProperties, ReactElement, ReactNode } from 'react';

/** A chart with what it is of above it, its axis below it, and for who cannot see it a table of the same numbers. */
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
      <figcaption className="chart-caption">{caption}</figcaption>
      {children}
      <div className="chart-axis" aria-hidden="true">
        {ticks.map(({ at, text }) => (
          <span key={at} style={{ '--at': at } as CSSProperties}>
            {text}
          </span>
        ))}
      </div>
      {rows.length === 0 ? null : (
        <div className="sr-only">
          <table aria-label={`${label}, as a table`}>
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
        </div>
      )}
    </figure>
  );
}
