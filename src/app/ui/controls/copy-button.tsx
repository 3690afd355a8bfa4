import { type ReactElement, type ReactNode, use, useEffect, useState } from 'react';
import { announce } from '../../browser/announce.ts';
import { copyText } from '../../browser/copy-text.ts';
import { Icon } from './icon.tsx';
import { TabStop } from './tab-stop.ts';

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
  const tabIndex = use(TabStop);
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setLast(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  async function copy(): Promise<void> {
    const copied = await copyText(text);
    setLast({ outcome: copied ? 'copied' : 'failed', text });
    announce(copied ? 'Copied' : 'Could not copy. Select the text and copy it by hand.');
  }
  const icon = <Icon name={outcome === 'copied' ? 'check' : outcome === 'failed' ? 'close' : 'copy'} sizePx={14} />;
  return (
    <button
      type="button"
      className={`copy ${iconOnly ? 'copy-icon' : 'btn btn-default'} ${className}`}
      aria-label={label}
      tabIndex={tabIndex}
      data-outcome={outcome === 'none' ? undefined : outcome}
      onClick={copy}
    >
      {icon}
      {iconOnly ? null : <span aria-hidden="true">{words[outcome] ?? label}</span>}
    </button>
  );
}
