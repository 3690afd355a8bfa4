import { englishCount, isPlainEnglish } from './plain-english.ts';

let asked: readonly string[] | undefined;
let understood: readonly string[] = [];

/**
 * The languages that the reader asked for, best first; empty means the runtime's own. Those that are none are left out, since `Intl`
 * throws on them: where the system has no locale, WebKit on Linux asks for `C`, others for `en-US@posix`.
 */
export function readerLocales(): readonly string[] {
  // Not there in every runtime that the tests use.
  const reader: Navigator | undefined = globalThis.navigator;
  // A browser gives the same array until the reader asks for others.
  if (reader?.languages !== asked) {
    asked = reader?.languages;
    understood = (asked ?? []).filter(isLanguageTag);
  }
  return understood;
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
}

let counts: Intl.NumberFormat | undefined;

/** A whole number in the reader's locale: `12,579`, `12 579`, `१२,५७९`. */
export function formatCount(count: number): string {
  const locales = readerLocales();
  if (isPlainEnglish(locales) && Number.isSafeInteger(count)) return englishCount(count);
  counts ??= new Intl.NumberFormat([...locales]);
  return counts.format(count);
}
