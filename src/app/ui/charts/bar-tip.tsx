import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { useCloseWhenGone } from '../floats/use-close-when-gone.ts';

/** What a bar says, above it: in the top layer, and as long as it is rendered. Escape asks for it to go (WCAG 1.4.13). */
export function BarTip(props: {
  text: string;
  /** The chart, and where in its width the middle of the bar is, in CSS pixels. */
  chart: HTMLElement;
  middlePx: number;
  onClose: () => void;
}): ReactElement {
  const { text, chart, middlePx, onClose } = props;
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another width.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (!element.matches(':popover-open')) element.showPopover();
    const { left, top } = chart.getBoundingClientRect();
    const most = document.documentElement.clientWidth - element.offsetWidth - 8;
    const above = top - element.offsetHeight;
    element.style.left = `${Math.max(8, Math.min(left + middlePx - element.offsetWidth / 2, most))}px`;
    // Without a gap, so that the pointer can go over to it.
    element.style.top = `${above < 8 ? top + chart.offsetHeight : above}px`;
  }, [chart, middlePx, text]);
  useCloseWhenGone(onClose);
  return (
    <div ref={box} className="tip" role="tooltip" popover="manual">
      {text}
    </div>
  );
}
