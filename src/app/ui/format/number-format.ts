import { englishCount, isPlainEnglish } from './plain-english.ts';

/** The languages that the reader asked for, best first; empty means the runtime's own. */
export function readerLocales(): readonly string[] {
  // Not there in every runtime that the tests use.
  const reader: Navigator | undefined = globalThis.navigator;
  return reader?.languages ?? [];
}

let counts: Intl.NumberFormat | undefined;

/** A whole number in the reader's locale: `12,579`, `12 579`, `१२,५७९`. */
export function formatCount(count: number): string {
  const locales = readerLocales();
  if (isPlainEnglish(locales) && Number.isSafeInteger(count)) return englishCount(count);
  counts ??= new Intl.NumberFormat([...locales]);
  return counts.format(count);
}
