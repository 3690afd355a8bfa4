/** The formats of an export. A new one is an entry of `exportFormats`: the dialog, the file and the worker take it from there. */

/** What JSON has; `null` also for what there is not, and for what a server did not say rightly. */
export type ExportValue =
  | string
  | number
  | boolean
  | null
  | readonly ExportValue[]
  | { readonly [name: string]: ExportValue };

/** The values of one row, one for each column that is exported. */
export type ExportRow = readonly ExportValue[];

/** A column of an export. `time` is a text too, but one that nobody could choose; `any` is whatever JSON has. */
export interface ExportColumn {
  readonly name: string;
  readonly kind: 'text' | 'time' | 'number' | 'boolean' | 'any';
}

/** How rows become the text of a file: `before`, the rows with `between` between them, `after`. */
export interface ExportLayout {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  readonly rowText: (row: ExportRow) => string;
}

/** All that is to be known of a format. Its key is what the name of a file ends with, without the dot. */
interface ExportFormat {
  /** What it is called where it is chosen. */
  readonly label: string;
  readonly mimeType: string;
  /** What stands before all else in a file, and not in what is copied. */
  readonly fileMark?: string;
  readonly layout: (columns: readonly ExportColumn[]) => ExportLayout;
}

/** All formats, in the order in which they are offered. */
export const exportFormats = {
  csv: {
    label: 'CSV',
    mimeType: 'text/csv;charset=utf-8',
    // Spreadsheets open it, and Excel takes it for UTF-8 only with the mark: without it, it garbles every name that is not English.
    fileMark: '\ufeff',
    layout: csvLayout,
  },
  json: { label: 'JSON', mimeType: 'application/json', layout: jsonLayout },
  jsonl: { label: 'JSONL', mimeType: 'application/jsonl', layout: jsonLinesLayout },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatId = keyof typeof exportFormats;

/** The entry of a format. */
export function exportFormat(id: ExportFormatId): ExportFormat {
  return exportFormats[id];
}

/**
 * CSV by RFC 4180: lines end with CRLF, the first one has the names of the columns, quotes stand around what needs them. What there is
 * not is empty, and what is an array or an object is JSON.
 */
function csvLayout(columns: readonly ExportColumn[]): ExportLayout {
  const lineEnd = '\r\n';
  const isText = columns.map(({ kind }) => kind === 'text' || kind === 'any');
  return {
    before: columns.map(({ name }) => cellText(name, true)).join(',') + lineEnd,
    between: '',
    after: '',
    rowText(row) {
      let text = '';
      for (const [index, value] of row.entries()) {
        text += (index === 0 ? '' : ',') + cellText(value, isText[index] === true);
      }
      return text + lineEnd;
    },
  };
}

/**
 * Spreadsheets run a cell that begins like this as a formula, also one in quotes (OWASP, "CSV Injection"). Names and titles are
 * other people's texts. Numbers and times cannot carry a formula, and stay what they are.
 */
const beginsFormula = /^[=+\-@\t\r]/;
/** Whatever is not the RFC's TEXTDATA, or beyond its ASCII; and white space at either end, which not all readers keep. */
const needsQuotes = /[^ !#-+\--~\u0080-\uffff]|^\s|\s$/;

function cellText(value: ExportValue, isText: boolean): string {
  if (value === null) return '';
  if (typeof value !== 'string' && typeof value !== 'object') return String(value);
  const plain = typeof value === 'string' ? value : JSON.stringify(value);
  const text = isText && beginsFormula.test(plain) ? `'${plain}` : plain;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * JSON: an array of objects, each in a line. Nothing stands around the array, not even which rows they are: what reads rows from JSON
 * expects them at the top. The name of the file says it.
 */
function jsonLayout(columns: readonly ExportColumn[]): ExportLayout {
  return { before: '[\n', between: ',\n', after: '\n]\n', rowText: objectText(columns) };
}

/** JSON Lines: one object a line. */
function jsonLinesLayout(columns: readonly ExportColumn[]): ExportLayout {
  const rowText = objectText(columns);
  return { before: '', between: '', after: '', rowText: (row) => `${rowText(row)}\n` };
}

function objectText(columns: readonly ExportColumn[]): (row: ExportRow) => string {
  const names = columns.map(({ name }, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  return (row) => {
    let text = '';
    for (const [index, name] of names.entries()) text += name + valueText(row[index] ?? null);
    return `${text}}`;
  };
}

/** Quotes, backslashes, controls, and halves of a character: JSON escapes them. */
const escaped = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** As `JSON.stringify` writes it, in half the time for the texts that there are most of. */
function valueText(value: ExportValue): string {
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value !== 'string') return String(value);
  return escaped.test(value) ? JSON.stringify(value) : `"${value}"`;
}
