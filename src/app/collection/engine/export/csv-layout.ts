import { type ExportField, type ExportValue, kindOf } from './export-fields.ts';
import type { ExportLayout } from './export-layout.ts';

const lineEnd = '\r\n';

/**
 * CSV by RFC 4180: lines end with CRLF, the first one has the names of the fields, quotes stand around what needs them. What there is
 * not is empty.
 */
export function csvLayout(fields: readonly ExportField[]): ExportLayout {
  const isText = fields.map((field) => kindOf(field) === 'text');
  return {
    before: fields.join(',') + lineEnd,
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
  if (typeof value === 'number') return String(value);
  const text = isText && beginsFormula.test(value) ? `'${value}` : value;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
