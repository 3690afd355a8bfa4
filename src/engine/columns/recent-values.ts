/** A few values by key: the one that was asked for longest ago is dropped when there are too many. */
export class RecentValues<Value> {
  readonly #values = new Map<string, Value>();
  readonly #maxCount: number;

  constructor(maxCount: number) {
    this.#maxCount = maxCount;
  }

  /** The value of `key`, made when it is not here. */
  get(key: string, make: () => Value): Value {
    const value = this.#values.has(key) ? (this.#values.get(key) as Value) : make();
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#maxCount) {
      for (const oldest of this.#values.keys()) {
        this.#values.delete(oldest);
        break;
      }
    }
    return value;
  }

  /** The value of `key`, if it is here. */
  peek(key: string): Value | undefined {
    return this.#values.get(key);
  }

  /** Keys and values, the newest last. */
  entries(): IterableIterator<[string, Value]> {
    return this.#values.entries();
  }
}
