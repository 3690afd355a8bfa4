import type { ReactElement } from 'react';
import { useElapsed } from '../../browser/use-elapsed.ts';
import type { CollectionState } from '../../collection/read/collection-state.ts';
import { loadTimeText } from './load-time-text.ts';

interface LoadNoteProps {
  readonly state: CollectionState;
  readonly isSmall: boolean;
  readonly onHold: (isHeld: boolean) => void;
  readonly onStop: () => void;
}

/** How a load stands, and the ways to pause it and to give it up; of a small one nothing unless it takes its time. */
export function LoadNote(props: LoadNoteProps): ReactElement {
  const { state, isSmall, onHold, onStop } = props;
  const { progress, isHeld } = state;
  const text = loadTimeText(progress, state);
  const load = { text, isHeld, onHold, onStop };
  return isSmall ? <LongLoad {...load} /> : <Load {...load} />;
}

/** What is soon over is not worth a word that comes and goes. */
const soonMs = 1000;

function LongLoad(props: LoadProps): ReactElement | null {
  return useElapsed(soonMs) ? <Load {...props} /> : null;
}

interface LoadProps {
  readonly text: string;
  readonly isHeld: boolean;
  readonly onHold: (isHeld: boolean) => void;
  readonly onStop: () => void;
}

function Load({ text, isHeld, onHold, onStop }: LoadProps): ReactElement {
  return (
    <span className="load">
      <span>{text}</span>
      <button type="button" className="text-button" onClick={() => onHold(!isHeld)}>
        {isHeld ? 'Go on' : 'Pause'}
      </button>
      <button type="button" className="text-button" onClick={onStop}>
        Stop
      </button>
    </span>
  );
}
