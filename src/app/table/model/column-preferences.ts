import type {
  ColumnOrderState,
  ColumnPinningState,
  ColumnSizingState,
  ColumnVisibilityState,
} from '@tanstack/react-table';
import { isRecord } from '../../../contract/is-record.ts';
import { clampWidth } from './column-widths.ts';

const version = 2;

/** What the reader chose about columns, as TanStack Table keeps it. Ids that are not there mean "as it comes". */
export interface ColumnPreferences {
  /** Columns in their order; those not in it come after the one that they follow in the definitions. */
  readonly columnOrder: ColumnOrderState;
  /** `false` for a column that is hidden. */
  readonly columnVisibility: ColumnVisibilityState;
  /** Widths in CSS pixels of the columns that the reader has sized. */
  readonly columnSizing: ColumnSizingState;
  /** The columns that stay in sight beside the first one, which always does. */
  readonly columnPinning: ColumnPinningState;
}

/** No choice made. */
export const asTheyCome: ColumnPreferences = {
  columnOrder: [],
  columnVisibility: {},
  columnSizing: {},
  columnPinning: { start: [], end: [] },
};

/** Ids that columns had when something was stored, and those that they have now. */
export type RenamedIds = Readonly<Record<string, string>>;

/**
 * What was stored, or `asTheyCome` where that is nothing, something else, or of a version that we do not know. `renamed` are ids of
 * version 1.
 */
export function parseColumnPreferences(text: string | null, renamed: RenamedIds = {}): ColumnPreferences {
  if (text === null) return asTheyCome;
  try {
    const stored: unknown = JSON.parse(text);
    if (!isRecord(stored)) return asTheyCome;
    return (stored.version === 1 ? fromVersion1(stored, renamed) : fromVersion2(stored)) ?? asTheyCome;
  } catch {
    return asTheyCome;
  }
}

function fromVersion2(stored: Record<string, unknown>): ColumnPreferences | undefined {
  const { columnOrder, columnVisibility, columnSizing, columnPinning } = stored;
  if (stored.version !== version || !isTexts(columnOrder) || !isRecord(columnVisibility)) return undefined;
  if (!isWidths(columnSizing) || !isRecord(columnPinning) || !isTexts(columnPinning.start)) return undefined;
  const hidden = Object.keys(columnVisibility).filter((id) => columnVisibility[id] === false);
  return choice({ order: columnOrder, hidden, widthsPx: columnSizing, pinned: columnPinning.start });
}

function fromVersion1(stored: Record<string, unknown>, renamed: RenamedIds): ColumnPreferences | undefined {
  const { order, hidden, widthsPx } = stored;
  if (!isTexts(order) || !isTexts(hidden) || !isWidths(widthsPx)) return undefined;
  const now = (id: string) => (Object.hasOwn(renamed, id) ? (renamed[id] ?? id) : id);
  const widths = Object.entries(widthsPx).map(([id, widthPx]) => [now(id), widthPx] as const);
  return choice({ order: order.map(now), hidden: hidden.map(now), widthsPx: Object.fromEntries(widths), pinned: [] });
}

function choice(chosen: {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widthsPx: Readonly<Record<string, number>>;
  readonly pinned: readonly string[];
}): ColumnPreferences {
  const widths = Object.entries(chosen.widthsPx).map(([id, widthPx]) => [id, clampWidth(widthPx)] as const);
  return {
    columnOrder: [...new Set(chosen.order)],
    columnVisibility: Object.fromEntries(chosen.hidden.map((id) => [id, false] as const)),
    columnSizing: Object.fromEntries(widths),
    columnPinning: { start: [...new Set(chosen.pinned)], end: [] },
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isWidths(value: unknown): value is Readonly<Record<string, number>> {
  return isRecord(value) && Object.values(value).every((widthPx) => Number.isFinite(widthPx));
}

/** The stored form: `parseColumnPreferences` reads back the same choice. */
export function formatColumnPreferences(preferences: ColumnPreferences): string {
  return JSON.stringify({ version, ...preferences });
}

/**
 * All of `ids` in the reader's order: an unknown column is left out, the first stays first, and a new one comes after the column that
 * it follows in `ids`, and not last as TanStack Table has it.
 */
export function orderedColumns(ids: readonly string[], columnOrder: readonly string[]): string[] {
  const ordered = [...ids.slice(0, 1), ...columnOrder.filter((id) => ids.indexOf(id) > 0)];
  for (const [index, id] of ids.entries()) {
    if (!ordered.includes(id)) ordered.splice(ordered.indexOf(ids[index - 1] ?? '') + 1, 0, id);
  }
  return ordered;
}

/** Of `ids` those that are on screen, in their order: those that stay in sight first, as TanStack Table has them. */
export function shownColumns<Id extends string>(ids: readonly Id[], preferences: ColumnPreferences): readonly Id[] {
  const { columnOrder, columnVisibility, columnPinning } = preferences;
  const [first = '', ...others] = orderedColumns(ids, columnOrder);
  const inOrder = new Set([first, ...columnPinning.start, ...others]);
  const shown = [...inOrder].filter((id) => id === first || columnVisibility[id] !== false);
  return shown.flatMap((id) => ids.find((one) => one === id) ?? []);
}
