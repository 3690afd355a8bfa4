import { type ReactElement, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Asked for by Escape, the close button or a click outside; the caller then no longer renders the dialog. */
  readonly onClose: () => void;
  /** `wide` gives room for code. */
  readonly size?: 'normal' | 'wide';
}

/** A modal dialog that is open as long as it is rendered; focus goes back to where it was. */
export function Dialog({ title, children, onClose, size = 'normal' }: DialogProps): ReactElement {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closing before React takes the element away is what gives the focus back.
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape, which the platform turns into `cancel`.
    <dialog
      ref={dialog}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        // The dialog's own box is filled by its content: a click on the element itself is one on the backdrop.
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="dialog-box">
        <div className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <Button variant="quiet" square aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
