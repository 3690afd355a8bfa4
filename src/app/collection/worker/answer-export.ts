import type { Collection } from '../../../engine/columns/collection.ts';
import { languageOf } from '../../../engine/columns/table-language.ts';
import { encodeRows } from '../../../engine/export/encode-rows.ts';
import { type ExportFormatId, exportFormat } from '../../../engine/export/export-formats.ts';
import { exportColumns, exportRows } from '../../../engine/export/export-rows.ts';
import { queryCollection } from '../../../engine/order/query-collection.ts';
import type { SortKey } from '../../../engine/order/sort-key.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { type Asker, readerOf } from '../../../engine/query/reader.ts';

/** The next stretch of which export. */
export interface ExportQuestion extends Asker {
  /** Tells an export from all others. */
  readonly exportId: string;
  readonly sort: readonly SortKey[];
  readonly desc: boolean;
  /** The text of the search field. */
  readonly q: string;
  readonly format: ExportFormatId;
  readonly fields: readonly string[];
  /** The first row of the stretch: 0, then the `end` of the one before. */
  readonly from: number;
  /** Rows of the stretch at most; 0 gives the export up. */
  readonly limit: number;
}

/** A stretch of an export. */
export interface ExportStretch {
  /** UTF-8. It stays with the browser, which may keep it on disk: what crosses between threads is a handle. */
  readonly part: Blob;
  /** The row after its last one: it is the last stretch when that is `matching`. */
  readonly end: number;
  readonly matching: number;
  /** Rows that were loaded when the export began. */
  readonly covered: number;
  /** Rows that the list has: when it is more than `covered`, the export is that of a part. */
  readonly total: number;
}

/** The rows of an export, as they were when it began. */
interface BegunExport {
  readonly collection: Collection;
  readonly order: Uint32Array;
}

/**
 * Exports on their way, by their ids: what is loaded meanwhile does not change their rows. They end with the list that they are of,
 * whose rows they would keep.
 */
const begunExports = new Map<string, BegunExport>();
const maxBegun = 4;

/** Lets go of the rows of all exports on their way. */
export function forgetExports(): void {
  begunExports.clear();
}

/** A stretch of an export; `undefined` when the one that it goes on with is not known (any more). */
export function answerExport(
  collection: Collection,
  question: ExportQuestion,
  nowMs: number,
): ExportStretch | undefined {
  const { exportId, format, fields, from, limit } = question;
  const known =
    begunExports.get(exportId) ?? (from === 0 && limit > 0 ? begin(collection, question, nowMs) : undefined);
  if (known === undefined) return undefined;
  const { order } = known;
  const end = Math.min(order.length, from + limit);
  const isLast = end === order.length;
  const rows = exportRows(known.collection, { order: order.subarray(from, end), fields });
  const layout = exportFormat(format).layout(exportColumns(collection.table, fields));
  const texts = [...encodeRows(rows, layout, { isFirst: from === 0, isLast })];
  if (isLast || limit === 0) begunExports.delete(exportId);
  const { count: covered, total } = known.collection;
  return { part: new Blob(texts), end, matching: order.length, covered, total };
}

function begin(collection: Collection, question: ExportQuestion, nowMs: number): BegunExport {
  const { sort, desc, q } = question;
  const filters = parseQuery(q, languageOf(collection.table)).terms;
  const { order } = queryCollection(collection, { sort, desc, filters, limit: 0, reader: readerOf(question, nowMs) });
  const made = { collection, order: order.all() };
  begunExports.set(question.exportId, made);
  // A page that was closed in the middle gives nothing up.
  for (const oldest of begunExports.keys()) {
    if (begunExports.size > maxBegun) begunExports.delete(oldest);
    else break;
  }
  return made;
}
