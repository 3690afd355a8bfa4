import {
  type FocusEvent,
  type HTMLAttributes,
  type PointerEvent,
  type ReactElement,
  Suspense,
  useEffect,
  useRef,
  useState,
} from 'react';
import { later } from '../../browser/later.ts';

// Loaded while the pointer rests: a tip comes a moment later anyway.
const TipBox = later(
  async () => (await import('./tip-box.tsx')).TipBox,
  () => null,
);

/** A pointer that only passes shows nothing. */
const hoverMs = 150;
/** The pointer may cross the gap between text and tip, or rest a moment outside (WCAG 1.4.13, "hoverable"). */
const leaveMs = 120;

interface OpenTip {
  readonly id: string;
  readonly anchor: HTMLElement;
  /** What stood there when it was opened. */
  readonly text: string | null;
}

let opened = 0;

/**
 * An element with texts in it that have more to them, each of the class `tip-anchor`: hover and keyboard focus show a tooltip, which can
 * be pointed at, stays while wanted, and goes away with Escape (WCAG 1.4.13). It says what `data-tip` does, all of a time, or else the
 * text itself where that does not fit. Heard here for all of them: a table has hundreds.
 */
export function TipArea({ children, ...props }: HTMLAttributes<HTMLDivElement>): ReactElement {
  const [open, setOpen] = useState<OpenTip>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const close = () => setOpen(undefined);

  function soon(act: () => void, delayMs: number): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, delayMs);
  }
  function show(anchor: HTMLElement): void {
    clearTimeout(timer.current);
    opened += 1;
    setOpen(hasMore(anchor) ? { id: `tip-${opened}`, anchor, text: anchor.textContent } : undefined);
  }
  // What it stands beside may be another text by now, or none.
  useEffect(() => {
    if (open && !(open.anchor.isConnected && open.anchor.textContent === open.text)) close();
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here, more is shown.
    <div
      {...props}
      onPointerOver={({ target }: PointerEvent) => {
        const anchor = anchorOf(target);
        if (anchor !== undefined && anchor === open?.anchor) clearTimeout(timer.current);
        else if (anchor !== undefined) soon(() => show(anchor), hoverMs);
        else if (open && isTip(target)) clearTimeout(timer.current);
        else soon(close, leaveMs);
      }}
      onPointerLeave={() => soon(close, leaveMs)}
      onFocus={({ target }: FocusEvent) => {
        const anchor = anchorOf(target);
        if (anchor === target) show(anchor);
      }}
      onBlur={close}
    >
      {children}
      {open ? (
        <Suspense>
          <TipBox key={open.id} id={open.id} anchor={open.anchor} onClose={close} />
        </Suspense>
      ) : null}
    </div>
  );
}

function anchorOf(target: EventTarget): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('.tip-anchor')) || undefined;
}

function isTip(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.tip') !== null;
}

function hasMore(anchor: HTMLElement): boolean {
  return (
    anchor.dataset.tip !== undefined || anchor.scrollWidth > anchor.clientWidth || anchor.querySelector('time') !== null
  );
}
