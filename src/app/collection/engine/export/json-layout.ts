import type { ExportField, ExportRow, ExportValue } from './export-fields.ts';
import type { ExportLayout } from './export-layout.ts';

/**
 * JSON: an array of objects, each in a line, named as the API names its fields. Nothing stands around the array, not even which view it
 * is: what reads rows from JSON expects them at the top. The name of the file says it.
 */
export function jsonLayout(fields: readonly ExportField[]): ExportLayout {
  return { before: '[\n', between: ',\n', after: '\n]\n', rowText: objectText(fields) };
}

/** JSON Lines: one object a line. */
export function jsonLinesLayout(fields: readonly ExportField[]): ExportLayout {
  const rowText = objectText(fields);
  return { before: '', between: '', after: '', rowText: (row) => `${rowText(row)}\n` };
}

function objectText(fields: readonly ExportField[]): (row: ExportRow) => string {
  const names = fields.map((field, index) => `${index === 0 ? '{' : ','}${JSON.stringify(field)}:`);
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
  if (typeof value !== 'string') return String(value);
  return escaped.test(value) ? JSON.stringify(value) : `"${value}"`;
}
