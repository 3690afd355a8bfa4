import type { ReactNode } from 'react';
import { formatCompactTime } from '../../ui/format/absolute-time.ts';
import { clockMs } from '../../ui/format/clock.ts';
import { formatRelativeTime, relativeTime } from '../../ui/format/relative-time.ts';
import type { TimeMode } from '../../ui/format/time.tsx';
import { type CellLook, type CellParts, nothing, shareBar, unnamed } from '../cell-parts.tsx';

/** The parts of a row that only goes by: what they look like, without what they can do. */
export function plainParts({ times, mark = (text) => text }: CellLook): CellParts<ReactNode> {
  const words = (text: string, className: string) => (
    <span className={className} dir="auto">
      {mark(text)}
    </span>
  );
  return {
    plain: (text) => text,
    name: (shown) => (shown ? words(shown, 'name') : unnamed),
    id: (id) => (
      <span className="id">
        <span className="mono">{mark(id)}</span>
      </span>
    ),
    cut: (text, kind) => (text ? words(text, `cut ${kind}`) : nothing),
    time: (iso, kind) => <span className={`cut when ${kind}`}>{timeText(iso, times)}</span>,
    share: shareBar,
  };
}

function timeText(iso: string, mode: TimeMode): string {
  const timeMs = Date.parse(iso);
  if (Number.isNaN(timeMs)) return iso;
  return mode === 'relative' ? formatRelativeTime(relativeTime(timeMs, clockMs())) : formatCompactTime(timeMs);
}
