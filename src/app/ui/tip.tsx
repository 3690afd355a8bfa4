import { type ReactElement, type ReactNode, use, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { floatPosition } from './float-position.ts';
import { TabStop } from './tab-stop.ts';

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

/**
 * Text with more to it: hover and keyboard focus show a tooltip, which can be pointed at, stays while wanted, and goes away
 * with Escape (WCAG 1.4.13). Only the open one is in the document.
 */
export function Tip(props: TipProps): ReactElement {
  const { children, text, onlyWhenCut = false, isTabStop = true, className = '', dir } = props;
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const tabIndex = use(TabStop);
  function show(): void {
    clearTimeout(timer.current);
    const element = anchor.current;
    if (!onlyWhenCut || (element && element.scrollWidth > element.clientWidth)) setOpen(true);
  }
  function soon(act: () => void, delayMs: number): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, delayMs);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here, more is shown.
    <span
      ref={anchor}
      className={`tip-anchor ${className}`}
      dir={dir}
      tabIndex={isTabStop ? tabIndex : undefined}
      aria-describedby={open ? id : undefined}
      onPointerEnter={() => soon(show, hoverMs)}
      onPointerLeave={() => soon(() => setOpen(false), leaveMs)}
      onFocus={show}
      onBlur={() => setOpen(false)}
    >
      {children}
      {open ? <TipBox id={id} anchor={anchor} text={text()} onClose={() => setOpen(false)} /> : null}
    </span>
  );
}

function TipBox(props: {
  id: string;
  anchor: { readonly current: HTMLElement | null };
  text: ReactNode;
  onClose: () => void;
}): ReactElement {
  const { id, anchor, text, onClose } = props;
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const [element, near] = [box.current, anchor.current];
    if (!element || !near) return;
    // The top layer: the table that the text stands in clips what leaves it.
    element.showPopover();
    const { left, top } = floatPosition({
      anchor: near.getBoundingClientRect(),
      size: { width: element.offsetWidth, height: element.offsetHeight },
      viewport: { width: document.documentElement.clientWidth, height: innerHeight },
      align: getComputedStyle(near).direction === 'rtl' ? 'right' : 'left',
      gapPx: 2,
    });
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  }, [anchor]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    addEventListener('keydown', onKey, true);
    // What it stands at moves away under it.
    addEventListener('scroll', onClose, true);
    return () => {
      removeEventListener('keydown', onKey, true);
      removeEventListener('scroll', onClose, true);
    };
  }, [onClose]);
  return (
    <span ref={box} id={id} className="tip" role="tooltip" popover="manual">
      {text}
    </span>
  );
}
