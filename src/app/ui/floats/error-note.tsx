import type { ReactElement, ReactNode } from 'react';
import { CopyButton } from '../controls/copy-button.tsx';
import { OutlineIcon } from '../controls/icon.tsx';
import { iconOutlines } from '../controls/icon-outlines.ts';
import { laterIconOutlines } from '../controls/later-icon-outlines.ts';
import './error-note.css';

const outlines = { ...laterIconOutlines, search: iconOutlines.search } as const;

export interface ErrorNoteProps {
  /** What happened, in a few words; a heading. */
  readonly title: string;
  /** What it means and what can be done, in plain words. */
  readonly children?: ReactNode;
  /** Buttons, the likeliest first. */
  readonly actions?: ReactNode;
  /** What a person who is asked for help will want to see; shown as it is, with a button that copies it. */
  readonly details?: string;
  /** `page`: in the middle of its frame · `bar`: one line above something that is still worth reading. */
  readonly layout?: 'page' | 'bar';
  readonly icon?: 'search' | 'warning' | 'offline';
}

/** A frame for what went wrong, or for what there is not. Says nothing on its own: the words are the caller's. */
export function ErrorNote(props: ErrorNoteProps): ReactElement {
  const { title, children, actions, details, layout = 'page', icon } = props;
  return (
    <section className={`note note-${layout}`}>
      {icon ? <OutlineIcon outline={outlines[icon]} sizePx={layout === 'page' ? 20 : 16} /> : null}
      <h2>{title}</h2>
      {children ? <div className="note-text">{children}</div> : null}
      {actions ? <div className="note-actions">{actions}</div> : null}
      {details ? (
        <div className="note-details">
          <code translate="no">{details}</code>
          <CopyButton text={details} label="Copy details" />
        </div>
      ) : null}
    </section>
  );
}
