import type { CodedColumn, Collection } from './collection.ts';
import { type Codes, codedColumns, type KeptChunk, numberColumns, textColumns } from './kept-format.ts';
import { type PackedTexts, packTexts } from './packed-texts.ts';
import type { TextColumn } from './text-column.ts';

/** The rows `from` to `to`, which is not in it, of a collection as they are kept. */
export function packChunk(collection: Collection, from: number, to: number): KeptChunk {
  const texts = (column: Pick<TextColumn, 'at'>) => packTexts((row) => column.at(row), from, to);
  const strings = (column: readonly (string | null)[]) => packTexts((row) => column[row] ?? null, from, to);
  // A view of an array would be kept with all that it is a view of.
  const numbers = (column: Float64Array) => column.slice(from, to);
  const codes = (column: CodedColumn<unknown>) => narrow(column.codes.subarray(from, to), column.values.length);
  return {
    id: strings(collection.id),
    name: strings(collection.name),
    title: texts(collection.title),
    actRunId: texts(collection.actRunId),
    owner: codes(collection.owner),
    actId: codes(collection.actId),
    generalAccess: codes(collection.generalAccess),
    createdAtMs: numbers(collection.createdAtMs),
    modifiedAtMs: numbers(collection.modifiedAtMs),
    accessedAtMs: numbers(collection.accessedAtMs),
    itemCount: numbers(collection.itemCount),
    cleanItemCount: numbers(collection.cleanItemCount),
  };
}

function narrow(codes: Uint32Array, values: number): Codes {
  if (values <= 0x100) return new Uint8Array(codes);
  return values <= 0x10000 ? new Uint16Array(codes) : new Uint32Array(codes);
}

/** Roughly how many bytes a chunk takes: a text of letters other than Latin ones takes twice as many. */
export function bytesOf(chunk: KeptChunk): number {
  const bytesOfTexts = ({ text, lengths }: PackedTexts) => text.length + lengths.byteLength;
  return (
    textColumns.reduce((bytes, name) => bytes + bytesOfTexts(chunk[name]), 0) +
    [...codedColumns, ...numberColumns].reduce((bytes, name) => bytes + chunk[name].byteLength, 0)
  );
}
