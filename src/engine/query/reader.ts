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

/** Who asks: what of it the page knows. */
export interface Asker {
  /** For `owner:me`; `undefined` while it is not known. */
  readonly userId: string | undefined;
  /** Languages by which names are ordered, best first. */
  readonly locales: readonly string[];
}

const minuteMs = 60_000;

/** The reader of an answer at `nowMs`, to the minute: within one, the same question has the same answer. */
export function readerOf({ userId, locales }: Asker, nowMs: number): Reader {
  return { nowMs: Math.floor(nowMs / minuteMs) * minuteMs, userId, locales };
}
