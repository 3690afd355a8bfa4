import { type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button, type ButtonProps } from '../controls/button.tsx';
import { floatPosition } from './float-position.ts';

export interface PopoverProps {
  /** The accessible name of the button and of what it opens. */
  readonly label: string;
  /** What the button shows; `label` when left out. */
  readonly button?: ReactNode;
  readonly variant?: NonNullable<ButtonProps['variant']>;
  readonly square?: boolean;
  /** Which edges of button and popover meet. */
  readonly align?: 'start' | 'end';
  /** What it opens: rendered only while it is open. */
  readonly children: (close: () => void) => ReactNode;
}

function place(popover: HTMLElement, anchor: HTMLElement, align: 'start' | 'end'): void {
  const leftToRight = getComputedStyle(anchor).direction === 'ltr';
  const { left, top } = floatPosition({
    anchor: anchor.getBoundingClientRect(),
    size: { width: popover.offsetWidth, height: popover.offsetHeight },
    viewport: { width: document.documentElement.clientWidth, height: innerHeight },
    align: (align === 'start') === leftToRight ? 'left' : 'right',
    gapPx: 4,
  });
  popover.style.left = `${left}px`;
  popover.style.top = `${top}px`;
}

/**
 * A button and what it opens, on the platform's popover: Escape and a click elsewhere close it, focus goes back to the button.
 */
export function Popover(props: PopoverProps): ReactElement {
  const { label, button = label, variant = 'default', square = false, align = 'start', children } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const popover = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const [box, near] = [popover.current, anchor.current];
    if (!open || !box || !near) return;
    const follow = () => place(box, near, align);
    follow();
    // The content may come later than the box (a lazy part) and the window may change.
    const observer = new ResizeObserver(follow);
    observer.observe(box);
    addEventListener('resize', follow);
    return () => {
      observer.disconnect();
      removeEventListener('resize', follow);
    };
  }, [open, align]);
  return (
    <>
      <Button
        ref={anchor}
        variant={variant}
        square={square}
        popoverTarget={id}
        aria-label={button === label ? undefined : label}
        title={square ? label : undefined}
        aria-expanded={open}
      >
        {button}
      </Button>
      <div
        ref={popover}
        id={id}
        className="popover"
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={(event) => {
          if (event.target === event.currentTarget) setOpen(event.newState === 'open');
        }}
      >
        {open ? children(() => popover.current?.hidePopover()) : null}
      </div>
    </>
  );
}
