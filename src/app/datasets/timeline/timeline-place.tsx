import { memo, type ReactElement, Suspense, useDeferredValue, useEffect, useState } from 'react';
import type { View } from '../../address/view-params.ts';
import { later } from '../../browser/later.ts';
import { useStoredValue } from '../../browser/stored-value.ts';
import { whenIdle } from '../../browser/when-idle.ts';
import { Button } from '../../ui/controls/button.tsx';
import { timelineShown } from '../list/list-preferences.ts';
import type { List } from '../list/use-list.ts';

// Rows do not wait for it, and where it cannot be had they are all the same there.
const ChartsPanel = memo(
  later(
    async () => (await import('./charts-panel.tsx')).ChartsPanel,
    () => <p className="not-loaded">The timeline could not be loaded.</p>,
  ),
);

/** The room of the timeline, also before that is there: the table below it stands still. Nothing while it is hidden. */
export function TimelinePlace(props: { view: View; list: List; userId: string | undefined }): ReactElement | null {
  // Drawn when the rows are, and not with them.
  const panel = useDeferredValue(props);
  const isShown = useStoredValue(timelineShown);
  const [isWanted, setWanted] = useState(false);
  // Neither loaded nor drawn before the first rows are on screen.
  useEffect(() => whenIdle(() => setWanted(true)), []);
  const [wasShown] = useState(isShown);
  if (!isShown) return null;
  return (
    <div className="timeline-place">
      {isWanted && props.list.shown ? (
        <Suspense>
          <ChartsPanel {...panel} isOpened={!wasShown} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** Shows and hides the timeline, for good. */
export function TimelineButton(): ReactElement {
  const isShown = useStoredValue(timelineShown);
  return (
    <Button variant="quiet" aria-expanded={isShown} onClick={() => timelineShown.set(!isShown)}>
      Timeline
    </Button>
  );
}
