import { type ExportFormatId, exportFormat } from '../../../engine/export/export-formats.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import type { View } from '../../address/view-params.ts';
import { datasetQuery } from '../dataset-query.ts';
import { filterFileWords } from '../list/list-filters.tsx';
import { orderText } from '../list/list-orders.ts';

/** What a file's name says: where the rows are from, which list, what of it, and when. */
export interface ExportedView {
  /** The server, in a few words. */
  readonly source: string;
  readonly view: Omit<View, 'limit' | 'offset'>;
  /** How many of how many datasets of the list, when that is not all of them. */
  readonly part: { readonly rows: number; readonly total: number } | undefined;
  /** When the server gave the rows, in ms since 1970. */
  readonly atMs: number;
  readonly format: ExportFormatId;
}

/** File systems take names of 255 bytes: enough for each of three texts, and for what is said beside them. */
const maxPieceBytes = 50;
const encoder = new TextEncoder();
/** Signs that no file name may have, of which the meaning hangs. */
const comparisons: readonly (readonly [RegExp, string])[] = [
  [/^-/, 'not '],
  [/:>=/, ' from '],
  [/:<=/, ' to '],
  [/:>/, ' over '],
  [/:</, ' under '],
];

/** A file of a format, of what was collected for it. */
export function exportFile(format: ExportFormatId, parts: readonly Blob[]): Blob {
  const { mimeType, fileMark = '' } = exportFormat(format);
  return new Blob([fileMark, ...parts], { type: mimeType });
}

/**
 * The name of an exported file, which every file system takes. Where the rows of a search are those of a part of the list, it says so
 * first.
 */
export function exportFileName({ source, view, part, atMs, format }: ExportedView): string {
  const pieces = [
    part === undefined ? 'datasets' : `datasets-part-${part.rows}-of-${part.total}`,
    source,
    filterFileWords(view),
    searchPiece(view.q),
    orderText(view),
    new Date(atMs).toISOString().replace(/\.\d+/, '').replaceAll(':', ''),
  ];
  return `${pieces
    .map(filePiece)
    .filter((piece) => piece !== '')
    .join('_')}.${format}`;
}

/** What is searched for, without what could not be understood. `-word` and `items:>10` would lose what turns them round. */
function searchPiece(q: string): string {
  const asked = parseQuery(q, datasetQuery).parts.flatMap(({ term, start, end }) =>
    term === undefined ? [] : q.slice(start, end),
  );
  const words = asked.map((text) => comparisons.reduce((said, [sign, word]) => said.replace(sign, word), text));
  return words.length === 0 ? '' : `search-${words.join(' ')}`;
}

/** Letters and digits of any language; what stands between them becomes one hyphen. */
function filePiece(text: string): string {
  const words = text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}.]+/gu, '-');
  let piece = '';
  let bytes = 0;
  for (const char of words) {
    bytes += encoder.encode(char).length;
    if (bytes > maxPieceBytes) break;
    piece += char;
  }
  return piece.replace(/^[-.]+|[-.]+$/g, '');
}
