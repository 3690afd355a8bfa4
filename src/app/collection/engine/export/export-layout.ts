import type { ExportRow } from './export-fields.ts';

/** How rows become the text of a file: `before`, the rows with `between` between them, `after`. */
export interface ExportLayout {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  readonly rowText: (row: ExportRow) => string;
}
