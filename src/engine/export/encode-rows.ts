import type { ExportLayout, ExportRow } from './export-formats.ts';

/** Where a stretch of rows stands in the file. */
export interface StretchPlace {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const chunkChars = 65_536;

/**
 * The text of a stretch of rows, in pieces of bounded length. Stretches one after the other give the same file, wherever it is cut:
 * the first one begins it and the last one ends it.
 */
export function* encodeRows(rows: Iterable<ExportRow>, layout: ExportLayout, place: StretchPlace): Generator<string> {
  let chunk = place.isFirst ? layout.before : '';
  let isBegun = !place.isFirst;
  for (const row of rows) {
    if (isBegun) chunk += layout.between;
    isBegun = true;
    chunk += layout.rowText(row);
    if (chunk.length >= chunkChars) {
      yield chunk;
      chunk = '';
    }
  }
  if (place.isLast) chunk += layout.after;
  if (chunk !== '') yield chunk;
}
