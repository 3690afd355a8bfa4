import { type ReactElement, useSyncExternalStore } from 'react';
import { Tip } from '../floats/tip.tsx';
import { formatCompactTime, formatFullTime } from './absolute-time.ts';
import { clockMs, subscribeClock } from './clock.ts';
import { formatRelativeTime, relativeTime, relativeTimeLocale } from './relative-time.ts';

export type TimeMode = 'relative' | 'absolute';

/** How long ago `timeMs` was, kept right by the shared clock; renders again only when the words change. */
function RelativeText({ timeMs }: { timeMs: number }): ReactElement {
  const read = () => formatRelativeTime(relativeTime(timeMs, clockMs()));
  return <>{useSyncExternalStore(subscribeClock, read, read)}</>;
}

export interface TimeProps {
  /** ISO 8601. What is no date is shown as it is. */
  readonly iso: string;
  readonly mode?: TimeMode;
  readonly className?: string;
}

/** A point in time: "4 min ago" or a date, and on hover and focus all of it, with the zone, in the reader's locale. */
export function Time({ iso, mode = 'relative', className = '' }: TimeProps): ReactElement {
  const timeMs = Date.parse(iso);
  if (Number.isNaN(timeMs)) return <span>{iso}</span>;
  return (
    <Tip text={() => formatFullTime(timeMs)} className={`cut ${className}`}>
      <time dateTime={iso} dir="auto" lang={relativeTimeLocale()}>
        {mode === 'relative' ? <RelativeText timeMs={timeMs} /> : formatCompactTime(timeMs)}
      </time>
    </Tip>
  );
}
