/** Who asks, and when: what `me`, `today` and `<7d` mean. */
export interface Reader {
  /** In ms since 1970. */
  readonly nowMs: number;
  /** `undefined` while it is not known: then nothing is the reader's. */
  readonly userId: string | undefined;
  /** Languages by which names are ordered, best first; left out, the runtime's own. */
  readonly locales?: readonly string[];
}

/** When nobody is known to ask: nothing is theirs, and no time is near. */
export const nobody: Reader = { nowMs: Number.NaN, userId: undefined };
