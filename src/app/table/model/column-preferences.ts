import { isRecord } from '../../../contract/is-record.ts';
import { clampWidth } from './column-widths.ts';

const version = 1;

/** What the reader chose about columns. Ids that are not there mean "as it comes". */
export interface ColumnPreferences {
  /** Columns in their order; those not in it follow in theirs. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** Widths in CSS pixels of the columns that the reader has sized. */
  readonly widthsPx: Readonly<Record<string, number>>;
}

/** No choice made. */
export const asTheyCome: ColumnPreferences = { order: [], hidden: [], widthsPx: {} };

/** What was stored, or `asTheyCome` where that is nothing, something else, or of a version that we do not know. */
export function parseColumnPreferences(text: string | null): ColumnPreferences {
  if (text === null) return asTheyCome;
  try {
    const stored: unknown = JSON.parse(text);
    if (!isRecord(stored) || stored.version !== version) return asTheyCome;
    const { order, hidden, widthsPx } = stored;
    if (!isTexts(order) || !isTexts(hidden) || !isRecord(widthsPx)) return asTheyCome;
    const widths = Object.entries(widthsPx);
    if (!widths.every(([, widthPx]) => Number.isFinite(widthPx))) return asTheyCome;
    const clamped = widths.map(([id, widthPx]) => [id, clampWidth(Number(widthPx))]);
    return { order: [...new Set(order)], hidden: [...new Set(hidden)], widthsPx: Object.fromEntries(clamped) };
  } catch {
    return asTheyCome;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** The stored form: `parseColumnPreferences` reads back the same choice. */
export function formatColumnPreferences(preferences: ColumnPreferences): string {
  return JSON.stringify({ version, ...preferences });
}

/**
 * All of `ids` in the reader's order: the first stays first, an unknown column is left out, and a new one comes after the
 * column that it follows in `ids`.
 */
export function orderedColumns(ids: readonly string[], preferences: ColumnPreferences): readonly string[] {
  const ordered = [...ids.slice(0, 1), ...preferences.order.filter((id) => ids.indexOf(id) > 0)];
  for (const [index, id] of ids.entries()) {
    if (!ordered.includes(id)) ordered.splice(ordered.indexOf(ids[index - 1] ?? '') + 1, 0, id);
  }
  return ordered;
}

/** The ids in order that are on screen; the first of `ids` always is. */
export function visibleColumns(ids: readonly string[], preferences: ColumnPreferences): readonly string[] {
  return orderedColumns(ids, preferences).filter((id) => id === ids[0] || !preferences.hidden.includes(id));
}

export function withVisible(preferences: ColumnPreferences, id: string, visible: boolean): ColumnPreferences {
  const others = preferences.hidden.filter((one) => one !== id);
  return { ...preferences, hidden: visible ? others : [...others, id] };
}

/** Moves a column so that it stands at `index` of all columns, hidden ones counted; never before the first. */
export function withMoved(options: {
  readonly preferences: ColumnPreferences;
  readonly ids: readonly string[];
  readonly id: string;
  readonly index: number;
}): ColumnPreferences {
  const { preferences, ids, id, index } = options;
  const order = orderedColumns(ids, preferences).filter((one) => one !== id);
  order.splice(Math.max(1, Math.min(index, order.length)), 0, id);
  return id === ids[0] ? preferences : { ...preferences, order };
}

/** Gives columns a width of the reader's; `undefined` lets a column flex again. */
export function withWidths(
  preferences: ColumnPreferences,
  widthsPx: Readonly<Record<string, number | undefined>>,
): ColumnPreferences {
  const merged = Object.entries({ ...preferences.widthsPx, ...widthsPx });
  const chosen = merged.flatMap(([id, widthPx]) => (widthPx === undefined ? [] : [[id, clampWidth(widthPx)]]));
  return { ...preferences, widthsPx: Object.fromEntries(chosen) };
}
