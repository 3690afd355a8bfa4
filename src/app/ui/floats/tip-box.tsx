import { type ReactElement, type ReactNode, useLayoutEffect, useRef } from 'react';
import { floatPosition } from './float-position.ts';
import { useCloseWhenGone } from './use-close-when-gone.ts';

/** What a `Tip` shows. */
export function TipBox(props: { id: string; anchor: HTMLElement; text: ReactNode; onClose: () => void }): ReactElement {
  const { id, anchor, text, onClose } = props;
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    // Not at once: a menu that closes gives the focus back, and with it comes a tip; but while one popover closes, none may open.
    const frame = requestAnimationFrame(() => open(element, anchor));
    return () => cancelAnimationFrame(frame);
  }, [anchor]);
  useCloseWhenGone(onClose);
  return (
    <span ref={box} id={id} className="tip" role="tooltip" popover="manual">
      {text}
    </span>
  );
}

/** In the top layer, since the table that the text stands in clips what leaves it. */
function open(box: HTMLElement, anchor: HTMLElement): void {
  box.showPopover();
  const { left, top } = floatPosition({
    anchor: anchor.getBoundingClientRect(),
    size: { width: box.offsetWidth, height: box.offsetHeight },
    viewport: { width: document.documentElement.clientWidth, height: innerHeight },
    align: getComputedStyle(anchor).direction === 'rtl' ? 'right' : 'left',
    gapPx: 2,
  });
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
