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
    // The top layer: the table that the text stands in clips what leaves it.
    element.showPopover();
    const { left, top } = floatPosition({
      anchor: anchor.getBoundingClientRect(),
      size: { width: element.offsetWidth, height: element.offsetHeight },
      viewport: { width: document.documentElement.clientWidth, height: innerHeight },
      align: getComputedStyle(anchor).direction === 'rtl' ? 'right' : 'left',
      gapPx: 2,
    });
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  }, [anchor]);
  useCloseWhenGone(onClose);
  return (
    <span ref={box} id={id} className="tip" role="tooltip" popover="manual">
      {text}
    </span>
  );
}
