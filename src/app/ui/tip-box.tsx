import { type ReactElement, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { floatPosition } from './float-position.ts';

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
