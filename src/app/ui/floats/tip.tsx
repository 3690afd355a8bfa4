import { type ReactElement, type ReactNode, Suspense, use, useState } from 'react';
import { later } from '../../browser/later.ts';
import { TabStop } from '../controls/tab-stop.ts';

// Loaded while the pointer rests: a tip comes a moment later anyway.
const TipBox = later(
  async () => (await import('./tip-box.tsx')).TipBox,
  () => null,
);

export interface TipProps {
  /** What is in sight always. */
  readonly children: ReactNode;
  /** What hover and focus show; asked for only then. */
  readonly text: () => ReactNode;
  /** Only when `children` do not fit and are cut off. */
  readonly onlyWhenCut?: boolean;
  /** Whether the keyboard stops here; leave out only where there is never more to show than what is in sight. */
  readonly isTabStop?: boolean;
  readonly className?: string;
  /** `auto` for words of any script: what does not fit is then cut off at their end. */
  readonly dir?: 'auto' | 'ltr';
}

/** A pointer that only passes shows nothing. */
const hoverMs = 150;
/** The pointer may cross the gap between text and tip, or rest a moment outside (WCAG 1.4.13, "hoverable"). */
const leaveMs = 120;

/** What is about to happen to a tip. Kept here, not in the component: a table has hundreds, and at most two with something to wait for. */
const timers = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();
let opened = 0;

function soon(anchor: HTMLElement, act: () => void, delayMs: number): void {
  clearTimeout(timers.get(anchor));
  timers.set(anchor, setTimeout(act, delayMs));
}

/**
 * Text with more to it: hover and keyboard focus show a tooltip, which can be pointed at, stays while wanted, and goes away
 * with Escape (WCAG 1.4.13). Only the open one is in the document.
 */
export function Tip(props: TipProps): ReactElement {
  const { children, text, onlyWhenCut = false, isTabStop = true, className = '', dir } = props;
  const [open, setOpen] = useState<{ readonly id: string; readonly anchor: HTMLElement }>();
  const tabIndex = use(TabStop);
  const close = () => setOpen(undefined);
  function show(anchor: HTMLElement): void {
    clearTimeout(timers.get(anchor));
    if (open || (onlyWhenCut && anchor.scrollWidth <= anchor.clientWidth)) return;
    opened += 1;
    setOpen({ id: `tip-${opened}`, anchor });
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here, more is shown.
    <span
      className={`tip-anchor ${className}`}
      dir={dir}
      tabIndex={isTabStop ? tabIndex : undefined}
      aria-describedby={open?.id}
      onPointerEnter={({ currentTarget }) => soon(currentTarget, () => show(currentTarget), hoverMs)}
      onPointerLeave={({ currentTarget }) => soon(currentTarget, close, leaveMs)}
      onFocus={({ currentTarget }) => show(currentTarget)}
      onBlur={close}
    >
      {children}
      {open ? (
        <Suspense>
          <TipBox {...open} text={text()} onClose={close} />
        </Suspense>
      ) : null}
    </span>
  );
}
