import type { ReactElement } from 'react';

/** What went wrong where no more than this can be loaded to say it with, and the one thing to do about it. */
export function PlainNote(props: { text: string; action: string; onAct: () => void }): ReactElement {
  return (
    <div role="alert" className="note-line">
      <h2>{props.text}</h2>
      <button type="button" className="text-button" onClick={props.onAct}>
        {props.action}
      </button>
    </div>
  );
}
