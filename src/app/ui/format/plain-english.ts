/**
 * The English of most readers, as the browser's `Intl` writes it (the tests compare the two): its tables take as long to load as all
 * the rest of the first rows, and are loaded anyway where there is anything else to write.
 */
const plainLocales: readonly (string | undefined)[] = ['en-US', 'en-GB', 'en'];

export function isPlainEnglish(locales: readonly string[]): boolean {
  return plainLocales.includes(locales[0]);
}

/** `12,579`: for whole numbers. */
export function englishCount(count: number): string {
  return Math.abs(count) < 1000 ? String(count) : String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** "2:03 PM", in Britain "14:03": the time of day where the reader is. */
export function englishClock(timeMs: number, locale: string | undefined): string {
  const time = new Date(timeMs);
  const hours = time.getHours();
  const minutes = String(time.getMinutes()).padStart(2, '0');
  if (locale === 'en-GB') return `${String(hours).padStart(2, '0')}:${minutes}`;
  return `${hours % 12 || 12}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`;
}
