import { formatCount } from './format.ts';
import { type Aim, isMet, type Section, type Table } from './section.ts';

const numeric = /^[\d.,]+(\s?(ms|KB|×|%|Mbit\/s))?$/;

/**
 * A table in Markdown whose columns line up, so that it reads well on a terminal too. A column is on the right when all its
 * cells are numbers or empty.
 */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = head.map((title, index) => {
    const cells = rows.map((row) => row[index] ?? '');
    const right = cells.every((cell) => cell === '' || cell === '–' || numeric.test(cell));
    const width = Math.max(3, ...[title, ...cells].map((cell) => cell.length));
    return { right, width };
  });
  const line = (cells: readonly string[]): string =>
    `| ${columns.map(({ right, width }, index) => pad(cells[index] ?? '', { right, width })).join(' | ')} |`;
  const rule = `|${columns.map(({ right, width }) => `${'-'.repeat(width + 1)}${right ? ':' : '-'}`).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** The aims of all sections, each with the figure that decides. */
export function aimsTable(aims: readonly Aim[]): string {
  const rows = aims.map((aim) => [
    aim.aim,
    aim.figure,
    aim.floor,
    formatValue(aim.value),
    formatValue(aim.atMost),
    isMet(aim) ? 'met' : '**not met**',
  ]);
  return markdownTable(['aim', 'figure', 'floor', 'value', 'at most', ''], rows);
}

/** A section below its heading. */
export function sectionText({ title, notes, tables }: Section): string {
  return [`## ${title}`, ...notes, ...tables.flatMap(tableText)].join('\n\n');
}

function tableText({ title, head, rows }: Table): string[] {
  return [`### ${title}`, markdownTable(head, rows)];
}

function formatValue(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : value < 1000 ? value.toFixed(2) : formatCount(value);
}

function pad(text: string, { right, width }: { readonly right: boolean; readonly width: number }): string {
  return right ? text.padStart(width) : text.padEnd(width);
}
