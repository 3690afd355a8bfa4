const firstLetter = 'a'.charCodeAt(0);
const letterCount = 26;
const firstDigit = '0'.charCodeAt(0);
const digitCount = 10;

/** Of each character of ASCII, its bit among the letters, and among the digits. */
const letterBits = new Uint32Array(128);
const digitBits = new Uint16Array(128);
for (let letter = 0; letter < letterCount; letter += 1) letterBits[firstLetter + letter] = 1 << letter;
for (let digit = 0; digit < digitCount; digit += 1) digitBits[firstDigit + digit] = 1 << digit;

/** Which of `a` to `z` and `0` to `9` stand in each of some entries: a letter typed alone finds most of them, so it asks no text. */
export class LetterSets {
  readonly #letters: Uint32Array;
  readonly #digits: Uint16Array;

  /** Entry `n` of a folded text is from `starts[n]` to `starts[n + 1]`. */
  constructor(text: string, starts: Uint32Array) {
    const count = starts.length - 1;
    this.#letters = new Uint32Array(count);
    this.#digits = new Uint16Array(count);
    let at = 0;
    for (let entry = 0; entry < count; entry += 1) {
      const end = Math.min(starts[entry + 1] ?? 0, text.length);
      let letters = 0;
      let digits = 0;
      for (; at < end; at += 1) {
        const code = text.charCodeAt(at);
        letters |= letterBits[code] ?? 0;
        digits |= digitBits[code] ?? 0;
      }
      this.#letters[entry] = letters;
      this.#digits[entry] = digits;
    }
  }

  /** Whether a folded word is a character that the sets tell of. */
  static has(word: string): boolean {
    const code = word.length === 1 ? word.charCodeAt(0) : Number.NaN;
    return ((letterBits[code] ?? 0) | (digitBits[code] ?? 0)) !== 0;
  }

  /** Puts 1 into `flags`, from `first` on, for each entry that has a character. Answers how many have it. */
  flag(word: string, flags: Uint8Array, first: number): number {
    const code = word.charCodeAt(0);
    return code < firstLetter
      ? flagSets(this.#digits, code - firstDigit, { flags, first })
      : flagSets(this.#letters, code - firstLetter, { flags, first });
  }
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
