import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { formatFullTime } from '../format/absolute-time.ts';
import { floatPosition } from './float-position.ts';
import { useCloseWhenGone } from './use-close-when-gone.ts';

/** What a `TipArea` shows beside one of its texts. */
export function TipBox(props: { id: string; anchor: HTMLElement; onClose: () => void }): ReactElement {
  const { id, anchor, onClose } = props;
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    anchor.setAttribute('aria-describedby', id);
    // Not at once: a menu that closes gives the focus back, and with it comes a tip; but while one popover closes, none may open.
    const frame = requestAnimationFrame(() => open(element, anchor));
    return () => {
      anchor.removeAttribute('aria-describedby');
      cancelAnimationFrame(frame);
    };
  }, [anchor, id]);
  useCloseWhenGone(onClose);
  return (
    <span ref={box} id={id} className="tip" role="tooltip" popover="manual">
      {textOf(anchor)}
    </span>
  );
}

function textOf(anchor: HTMLElement): string | null {
  const iso = anchor.querySelector('time')?.dateTime;
  return iso === undefined ? (anchor.dataset.tip ?? anchor.textContent) : formatFullTime(Date.parse(iso));
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
