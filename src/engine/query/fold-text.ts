/** Accents and vowel points, which a reader leaves out. Marks that make another letter (Indic, Thai, kana) stay. */
const accents =
  /[\u0300-\u036f]|[\u0483-\u0487]|[\u0591-\u05bd]|\u05bf|[\u05c1-\u05c7]|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20f0]|[\ufe20-\ufe2f]/gu;

/** Letters that Unicode does not take apart, and that a reader types plain. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

const asciiOnly = /^[\0-\x7f]*$/;
const foldedPoints = new Map<string, string>();
/** What a text may use, and then some: a text of all characters there are must not fill the memory. */
const maxFoldedPoints = 20_000;

/**
 * A text as it is searched: without case and accents, in no locale's way (`Straße`, `STRASSE` and `strasse` are one, so are `İ`,
 * `I`, `ı` and `i`). Code points are folded one by one, so that a place in the folded text is a place in the text.
 */
export function foldText(text: string): string {
  if (isAsciiText(text)) return text.toLowerCase();
  let folded = '';
  for (const point of text) folded += foldPoint(point);
  return folded;
}

/** Whether folding a text changes nothing but its case. */
export function isAsciiText(text: string): boolean {
  return asciiOnly.test(text);
}

/** One code point folded: none, one or several characters. */
export function foldPoint(point: string): string {
  let folded = foldedPoints.get(point);
  if (folded === undefined) {
    folded = computeFold(point);
    if (foldedPoints.size < maxFoldedPoints) foldedPoints.set(point, folded);
  }
  return folded;
}

/** By upper case, which takes `ß`, `ſ`, `ﬁ`, `ı` and `ς` apart, or to the letter that they are; lower case before it for `ẞ`. */
function computeFold(point: string): string {
  const letters = point
    .normalize('NFD')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFD')
    .replace(accents, '');
  return plainLetters[letters] ?? letters;
}
