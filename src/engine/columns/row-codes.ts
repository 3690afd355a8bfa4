import type { Collection, Owner } from './collection.ts';

/** Gives each different value a number, in the order of first sight. */
class Coder<Key, Value> {
  readonly values: Value[] = [];
  readonly #codes = new Map<Key, number>();

  code(key: Key, value: Value): number {
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.#codes.set(key, code);
    }
    return code;
  }
}

interface CodedOwner extends Owner {
  readonly code: number;
}

/** The dictionaries of the coded columns, shared by all blocks of one collection. */
export class RowCodes {
  readonly #owners = new Coder<string, Owner>();
  readonly #actors = new Coder<string | null, string | null>();
  readonly #accesses = new Coder<string | null, string | null>();
  readonly #firstOwners = new Map<string, CodedOwner>();
  #lastOwner: CodedOwner | undefined;

  /** Begins with the dictionaries of a collection, so that its codes stay right. */
  static of(collection: Collection): RowCodes {
    const codes = new RowCodes();
    for (const owner of collection.owner.values) codes.owner(owner.userId, owner.username);
    for (const actId of collection.actId.values) codes.actor(actId);
    for (const access of collection.generalAccess.values) codes.access(access);
    return codes;
  }

  owner(userId: string, username: string | null): number {
    const last = this.#lastOwner;
    if (last?.userId === userId && last.username === username) return last.code;
    // Few users have more than one name, so that the first of them is found without making a key of both.
    const first = this.#firstOwners.get(userId);
    if (first?.username === username) {
      this.#lastOwner = first;
      return first.code;
    }
    const key = `${userId.length} ${userId}${username === null ? '' : `=${username}`}`;
    const code = this.#owners.code(key, { userId, username });
    this.#lastOwner = { userId, username, code };
    if (first === undefined) this.#firstOwners.set(userId, this.#lastOwner);
    return code;
  }

  actor(actId: string | null): number {
    return this.#actors.code(actId, actId);
  }

  access(generalAccess: string | null): number {
    return this.#accesses.code(generalAccess, generalAccess);
  }

  /** The values seen until now, which do not change with what is seen later. */
  values(): { owner: readonly Owner[]; actId: readonly (string | null)[]; generalAccess: readonly (string | null)[] } {
    return {
      owner: [...this.#owners.values],
      actId: [...this.#actors.values],
      generalAccess: [...this.#accesses.values],
    };
  }
}
