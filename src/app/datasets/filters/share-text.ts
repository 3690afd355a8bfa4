import { readerLocales } from '../../ui/format/number-format.ts';

/** A share from 0 to 1 in per cent: 100 % is said of the whole alone, and 0 % of nothing. */
export function shareText(share: number, locales = readerLocales()): string {
  const format = new Intl.NumberFormat([...locales], { style: 'percent', maximumFractionDigits: 1 });
  if (share > 0.999 && share < 1) return format.format(0.999);
  return share > 0 && share < 0.001 ? format.format(0.001) : format.format(share);
}
