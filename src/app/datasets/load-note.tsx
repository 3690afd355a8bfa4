import type { ReactElement } from 'react';
import type { CollectionState } from '../collection/collection-state.ts';
import { useElapsed } from '../use-elapsed.ts';
import { loadTimeText } from './load-time-text.ts';

interface LoadNoteProps {
  readonly state: CollectionState;
  readonly isSmall: boolean;
  readonly onStop: () => void;
}

/** How a load stands, and the way to give it up; of a small one nothing unless it takes its time. */
export function LoadNote(props: LoadNoteProps): ReactElement {
  const { state, isSmall, onStop } = props;
  const { phase, progress } = state;
  const text = progress === undefined ? 'loading…' : loadTimeText(progress, phase === 'paused');
  return isSmall ? <LongLoad text={text} onStop={onStop} /> : <Load text={text} onStop={onStop} />;
}

/** What is soon over is not worth a word that comes and goes. */
const soonMs = 1000;

function LongLoad(props: LoadProps): ReactElement | null {
  return useElapsed(soonMs) ? <Load {...props} /> : null;
}

interface LoadProps {
  readonly text: string;
  readonly onStop: () => void;
}

function Load({ text, onStop }: LoadProps): ReactElement {
  return (
    <span className="load">
      <span>{text}</span>
      <button type="button" className="text-button" onClick={onStop}>
        Stop
      </button>
    </span>
  );
}
