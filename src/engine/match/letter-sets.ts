/** The characters that the sets tell of, each at its place. */
export const letters: readonly string[] = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
const letterCount = 26;
/** Entries that are looked at in one step: less than a millisecond of work. */
const stepEntries = 1 << 15;

/** Of each character of ASCII, its bit among the letters, and among the digits. */
const letterBits = new Uint32Array(128);
const digitBits = new Uint16Array(128);
for (const [place, letter] of letters.entries()) {
  const code = letter.charCodeAt(0);
  if (place < letterCount) letterBits[code] = 1 << place;
  else digitBits[code] = 1 << (place - letterCount);
}

/** Which of `a` to `z` and `0` to `9` belong to each of some entries. */
export class LetterSets {
  /** Of each entry: bit `n` for the letter at place `n`; */
  readonly letters: Uint32Array;
  /** and for the digit that is `n`. */
  readonly digits: Uint16Array;

  constructor(count: number) {
    this.letters = new Uint32Array(count);
    this.digits = new Uint16Array(count);
  }

  /** What stands in the entries of a folded text: entry `n` is from `starts[n]` to `starts[n + 1]`. */
  static of(text: string, starts: Uint32Array): LetterSets {
    const count = starts.length - 1;
    const sets = new LetterSets(count);
    let at = 0;
    for (let entry = 0; entry < count; entry += 1) {
      const end = Math.min(starts[entry + 1] ?? 0, text.length);
      let letterMask = 0;
      let digitMask = 0;
      for (; at < end; at += 1) {
        const code = text.charCodeAt(at);
        letterMask |= letterBits[code] ?? 0;
        digitMask |= digitBits[code] ?? 0;
      }
      sets.letters[entry] = letterMask;
      sets.digits[entry] = digitMask;
    }
    return sets;
  }

  /** Whether a folded word is a character that the sets tell of. */
  static has(word: string): boolean {
    const code = word.length === 1 ? word.charCodeAt(0) : Number.NaN;
    return ((letterBits[code] ?? 0) | (digitBits[code] ?? 0)) !== 0;
  }

  /** Adds a character to an entry, by its code; one that the sets do not tell of changes nothing. */
  add(entry: number, code: number): void {
    this.letters[entry] = (this.letters[entry] ?? 0) | (letterBits[code] ?? 0);
    this.digits[entry] = (this.digits[entry] ?? 0) | (digitBits[code] ?? 0);
  }

  /** Takes the sets of other entries over, from entry `first` on. */
  put(others: LetterSets, first: number): void {
    this.letters.set(others.letters, first);
    this.digits.set(others.digits, first);
  }

  /** Adds to each entry what belongs to the value that it has, by the value's code. */
  addByCode(values: LetterSets, codes: ArrayLike<number>): void {
    if (!values.letters.some(isAny) && !values.digits.some(isAny)) return;
    for (let entry = 0; entry < this.letters.length; entry += 1) {
      const code = codes[entry] ?? 0;
      this.letters[entry] = (this.letters[entry] ?? 0) | (values.letters[code] ?? 0);
      this.digits[entry] = (this.digits[entry] ?? 0) | (values.digits[code] ?? 0);
    }
  }

  /** Leaves nothing to the entries whose state is not 0. */
  clear(states: Uint8Array): void {
    for (let entry = 0; entry < states.length; entry += 1) {
      if (states[entry] === 0) continue;
      this.letters[entry] = 0;
      this.digits[entry] = 0;
    }
  }

  /** How many entries have each character, by place. In steps. */
  *count(): Generator<undefined, Uint32Array> {
    const counts = new Uint32Array(letters.length);
    for (let entry = 0; entry < this.letters.length; entry += 1) {
      if (entry % stepEntries === stepEntries - 1) yield;
      for (let left = this.letters[entry] ?? 0; left !== 0; left &= left - 1) {
        const place = 31 - Math.clz32(left & -left);
        counts[place] = (counts[place] ?? 0) + 1;
      }
      for (let left = this.digits[entry] ?? 0; left !== 0; left &= left - 1) {
        const place = letterCount + 31 - Math.clz32(left & -left);
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
    return counts;
  }

  /**
   * The first entries of an order that have each character, by place: as many as are `wanted` of it, which must not be more than there
   * are. In steps.
   */
  *first(order: Uint32Array, wanted: readonly number[]): Generator<undefined, number[][]> {
    const found = wanted.map((): number[] => []);
    let open = wanted.flatMap((count, place) => (count > 0 ? [place] : []));
    let [letterMask, digitMask] = masksOf(open);
    for (let at = 0; at < order.length && open.length > 0; at += 1) {
      if (at % stepEntries === stepEntries - 1) yield;
      const entry = order[at] ?? 0;
      const isHere = ((this.letters[entry] ?? 0) & letterMask) | ((this.digits[entry] ?? 0) & digitMask);
      if (isHere === 0) continue;
      for (const place of open) if (this.#hasAt(entry, place)) found[place]?.push(entry);
      const left = open.filter((place) => (found[place]?.length ?? 0) < (wanted[place] ?? 0));
      if (left.length === open.length) continue;
      open = left;
      [letterMask, digitMask] = masksOf(open);
    }
    return found;
  }

  #hasAt(entry: number, place: number): boolean {
    const isLetter = place < letterCount;
    const bits = (isLetter ? this.letters[entry] : this.digits[entry]) ?? 0;
    return ((bits >>> (isLetter ? place : place - letterCount)) & 1) === 1;
  }

  /** Puts 1 into `flags`, from `first` on, for each entry that has a character. Answers how many have it. */
  flag(letter: string, flags: Uint8Array, first: number): number {
    const place = letters.indexOf(letter);
    return place < letterCount
      ? flagSets(this.letters, place, { flags, first })
      : flagSets(this.digits, place - letterCount, { flags, first });
  }
}

/** The bits of some places, among the letters and among the digits. */
function masksOf(places: readonly number[]): [number, number] {
  const isLetter = (place: number) => place < letterCount;
  const maskOf = (bits: readonly number[]) => bits.reduce((mask, bit) => mask | (1 << bit), 0);
  return [
    maskOf(places.filter(isLetter)),
    maskOf(places.filter((place) => !isLetter(place)).map((place) => place - letterCount)),
  ];
}

function isAny(bits: number): boolean {
  return bits !== 0;
}

function flagSets(
  sets: Uint32Array | Uint16Array,
  place: number,
  { flags, first }: { readonly flags: Uint8Array; readonly first: number },
): number {
  let count = 0;
  for (let entry = 0; entry < sets.length; entry += 1) {
    const flag = ((sets[entry] ?? 0) >>> place) & 1;
    flags[first + entry] = flag;
    count += flag;
  }
  return count;
}
