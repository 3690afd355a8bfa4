import type { TimeBucket, TimeBuckets } from '../../../engine/facets/time-buckets.ts';
import type { TimeStep } from '../../../engine/facets/time-steps.ts';
import type { ItemsCount } from '../../collection/worker/answer-charts.ts';
import { readerLocales } from '../../ui/format/number-format.ts';
import type { Charts } from './use-charts.ts';

type FormatCount = (count: number) => string;

/** What the timeline is of, in one line. */
export function timelineCaption(
  { time, basis, total }: Pick<Charts, 'time' | 'basis' | 'total'>,
  options: { readonly covered: number; readonly samples: number; readonly formatCount: FormatCount },
): string {
  const { covered, samples, formatCount } = options;
  if (time === undefined) return 'Loading the timeline…';
  if (time.step === undefined) return 'Nothing to show over time';
  const created = `Created per ${stepText(time.step)}`;
  if (basis === 'samples') return `≈ ${created}, estimated from ${samples} of ${formatCount(total ?? 0)} datasets`;
  const most = Math.max(...time.buckets.map(({ count }) => count));
  const outside = time.outside > 0 ? `, ${formatCount(time.outside)} without a date` : '';
  const part = basis === 'part' ? `, of the ${formatCount(covered)} of ${formatCount(total ?? 0)} loaded` : '';
  return `${created}, at most ${formatCount(most)}${outside}${part}`;
}

/** What a bar of the timeline says. */
export function bucketText(bucket: TimeBucket, { step, isApproximate }: TimeBuckets, formatCount: FormatCount): string {
  const period = step === undefined ? '' : periodText(bucket, step);
  const { count, marked: unnamed } = bucket;
  if (isApproximate) return `${period}: about ${datasetsText(count, formatCount)}`;
  return `${period}: ${datasetsText(count, formatCount)}${unnamed ? `, ${formatCount(unnamed)} unnamed` : ''}`;
}

/** What several bars of the timeline are together, from the first to the last. */
export function bucketsText(
  range: { readonly from: number; readonly to: number },
  { buckets, step, isApproximate }: TimeBuckets,
  formatCount: FormatCount,
): string {
  const chosen = buckets.slice(range.from, range.to + 1);
  const [first, last] = [chosen[0], chosen.at(-1)];
  if (first === undefined || last === undefined || step === undefined) return '';
  const count = chosen.reduce((sum, bucket) => sum + bucket.count, 0);
  const period = spanText({ startMs: first.startMs, endMs: last.endMs }, step);
  return `${period}: ${isApproximate ? 'about ' : ''}${datasetsText(count, formatCount)}`;
}

function datasetsText(count: number, formatCount: FormatCount): string {
  return `${formatCount(count)} ${count === 1 ? 'dataset' : 'datasets'}`;
}

/** A range of numbers of items: "0 items", "5–9 items", "1,000 and more items". */
export function itemsText({ from, to }: Pick<ItemsCount, 'from' | 'to'>, formatCount: FormatCount): string {
  if (from === to) return `${formatCount(from)} ${from === 1 ? 'item' : 'items'}`;
  if (to === Number.POSITIVE_INFINITY) return `${formatCount(from)} and more items`;
  return `${formatCount(from)}–${formatCount(to)} items`;
}

/** What a bar of the numbers of items says. */
export function itemsBarText(bar: ItemsCount, formatCount: FormatCount): string {
  const { count, isIn } = bar;
  const left = isIn || count === 0 ? '' : ', left out by the search';
  return `${itemsText(bar, formatCount)}: ${datasetsText(count, formatCount)}${left}`;
}

/** What several bars of the numbers of items are together, from the first to the last. */
export function itemsRangeText(
  range: { readonly from: number; readonly to: number },
  items: readonly ItemsCount[],
  formatCount: FormatCount,
): string {
  const chosen = items.slice(range.from, range.to + 1);
  const [first, last] = [chosen[0], chosen.at(-1)];
  if (first === undefined || last === undefined) return '';
  const count = chosen.reduce((sum, bar) => sum + bar.count, 0);
  return `${itemsText({ from: first.from, to: last.to }, formatCount)}: ${datasetsText(count, formatCount)}`;
}

/** A stretch of the calendar in ms since 1970: from `startMs` to before `endMs`. */
interface Period {
  readonly startMs: number;
  readonly endMs: number;
}

/** How a step of the timeline is called. */
export function stepText({ unit, count }: TimeStep): string {
  return count === 1 ? unit : `${count} ${unit}s`;
}

const longForms: Readonly<Record<TimeStep['unit'], Intl.DateTimeFormatOptions>> = {
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

const shortForms: Readonly<Record<TimeStep['unit'], Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  week: { month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};

/** A bucket in full: "March 2026", "Mar 2 – 8, 2026". */
export function periodText(period: Period, step: TimeStep, locales = readerLocales()): string {
  return inWords(period, { form: longForms[step.unit], isRange: step.unit === 'week' || step.count > 1, locales });
}

/** Where a bucket begins, for an axis: "Mar 2026". */
export function axisText({ startMs }: Period, step: TimeStep, locales = readerLocales()): string {
  return inWords({ startMs, endMs: startMs + 1 }, { form: shortForms[step.unit], isRange: false, locales });
}

/** Several buckets together: "March – May 2026". */
export function spanText(period: Period, step: TimeStep, locales = readerLocales()): string {
  return inWords(period, { form: longForms[step.unit], isRange: true, locales });
}

/** Times that are no dates any more (a server may say anything) are shown as what they are. */
function inWords(
  { startMs, endMs }: Period,
  options: {
    readonly form: Intl.DateTimeFormatOptions;
    readonly isRange: boolean;
    readonly locales: readonly string[];
  },
): string {
  const { form, isRange, locales } = options;
  const key = `${JSON.stringify(form)} ${locales}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat([...locales], form);
  formats.set(key, format);
  try {
    return isRange ? format.formatRange(startMs, endMs - 1) : format.format(startMs);
  } catch {
    return 'far away';
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();
