import type { DatasetListItem } from '../../contract/dataset.ts';
import type { Collection, Owner } from './collection.ts';

/**
 * Makes a collection of rows in the API's ascending order. `total` is what the server said last; left out, the rows are all there is.
 */
export function collectionOf(rows: readonly DatasetListItem[], total = rows.length): Collection {
  const owners = new Coder<Owner>();
  const actors = new Coder<string | null>();
  const accesses = new Coder<string | null>();
  const ownerCodes = rows.map(({ userId, username = null }) =>
    owners.code(`${userId} ${username ?? ''}`, { userId, username }),
  );
  const time = (read: (row: DatasetListItem) => string) => Float64Array.from(rows, (row) => Date.parse(read(row)));
  return {
    count: rows.length,
    total,
    id: rows.map(({ id }) => id),
    name: rows.map(({ name }) => name),
    title: rows.map(({ title }) => title ?? null),
    actRunId: rows.map(({ actRunId }) => actRunId),
    owner: { codes: Uint32Array.from(ownerCodes), values: owners.values },
    actId: { codes: Uint32Array.from(rows, ({ actId }) => actors.code(actId ?? '', actId)), values: actors.values },
    generalAccess: {
      codes: Uint32Array.from(rows, ({ generalAccess = null }) => accesses.code(generalAccess ?? '', generalAccess)),
      values: accesses.values,
    },
    createdAtMs: time((row) => row.createdAt),
    modifiedAtMs: time((row) => row.modifiedAt),
    accessedAtMs: time((row) => row.accessedAt),
    itemCount: Float64Array.from(rows, ({ itemCount }) => itemCount),
    cleanItemCount: Float64Array.from(rows, ({ cleanItemCount }) => cleanItemCount),
  };
}

/** Gives each different value a number, in the order of first sight. */
class Coder<Value> {
  readonly values: Value[] = [];
  readonly #codes = new Map<string, number>();

  code(key: string, value: Value): number {
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.#codes.set(key, code);
    }
    return code;
  }
}
