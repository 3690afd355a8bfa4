import { csvLayout } from './csv-layout.ts';
import type { ExportField } from './export-fields.ts';
import type { ExportLayout } from './export-layout.ts';
import { jsonLayout, jsonLinesLayout } from './json-layout.ts';

const layouts = { csv: csvLayout, json: jsonLayout, jsonl: jsonLinesLayout } as const satisfies Readonly<
  Record<string, (fields: readonly ExportField[]) => ExportLayout>
>;

export type ExportFormat = keyof typeof layouts;

/** The layout of a format for rows of these fields. */
export function layoutOf(format: ExportFormat, fields: readonly ExportField[]): ExportLayout {
  return layouts[format](fields);
}
