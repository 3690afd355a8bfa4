import { type MouseEvent, type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { announce } from '../../browser/announce.ts';
import { copyText } from '../../browser/copy-text.ts';
import { Icon } from './icon.tsx';
import { iconOutlines } from './icon-outlines.ts';

const shownMs = 1600;

export interface CopyButtonProps {
  readonly text: string;
  /** The accessible name, such as "Copy ID"; on screen too unless `iconOnly`. */
  readonly label: string;
  readonly iconOnly?: boolean;
  readonly className?: string;
}

type Outcome = 'none' | 'copied' | 'failed';
const words: Record<Outcome, ReactNode> = { none: null, copied: 'Copied', failed: 'Could not copy' };

/** Copies `text`, and says for a moment whether it worked: on the button, and to screen readers. */
export function CopyButton({ text, label, iconOnly = false, className = '' }: CopyButtonProps): ReactElement {
  const [last, setLast] = useState<{ readonly outcome: Outcome; readonly text: string }>();
  // A button that has another text by now has not copied that.
  const outcome = last?.text === text ? last.outcome : 'none';
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setLast(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  async function copy(): Promise<void> {
    setLast({ outcome: await copyAndSay(text), text });
  }
  const icon = <Icon name={outcome === 'copied' ? 'check' : outcome === 'failed' ? 'close' : 'copy'} sizePx={14} />;
  return (
    <button
      type="button"
      className={`copy ${iconOnly ? 'copy-icon' : 'btn btn-default'} ${className}`}
      aria-label={label}
      data-outcome={outcome === 'none' ? undefined : outcome}
      onClick={copy}
    >
      {icon}
      {iconOnly ? null : <span aria-hidden="true">{words[outcome] ?? label}</span>}
    </button>
  );
}

/**
 * Copies what a button in an element has as `data-copy`, and says whether it worked, as `CopyButton` does: for an element with very many
 * of them.
 */
export async function copyFrom({ target }: MouseEvent): Promise<void> {
  const button = target instanceof Element ? target.closest<HTMLElement>('button[data-copy]') : null;
  if (button === null) return;
  const outcome = await copyAndSay(button.dataset.copy ?? '');
  const outline = button.querySelector('path');
  button.dataset.outcome = outcome;
  outline?.setAttribute('d', iconOutlines[outcome === 'copied' ? 'check' : 'close']);
  setTimeout(() => {
    delete button.dataset.outcome;
    outline?.setAttribute('d', iconOutlines.copy);
  }, shownMs);
}

async function copyAndSay(text: string): Promise<'copied' | 'failed'> {
  const copied = await copyText(text);
  announce(copied ? 'Copied' : 'Could not copy. Select the text and copy it by hand.');
  return copied ? 'copied' : 'failed';
}
