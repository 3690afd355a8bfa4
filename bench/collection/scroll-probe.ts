import type { ScrollRun } from './scroll-section.ts';

declare global {
  interface Window {
    benchScroll?: { readonly stop: () => Omit<ScrollRun, 'requests'> };
  }
}

/** Begins to date the frames of the page, and to look for rows with nothing in them. Runs in the browser, alone. */
export function watchFrames(): void {
  const framesMs: number[] = [];
  let lastMs: number | undefined;
  let blankSinceMs: number | undefined;
  let blankMs = 0;
  let isOn = true;
  function onFrame(nowMs: number): void {
    if (!isOn) return;
    if (lastMs !== undefined) framesMs.push(nowMs - lastMs);
    lastMs = nowMs;
    const isBlank = document.querySelector('tbody tr[aria-busy="true"]') !== null;
    blankSinceMs = isBlank ? (blankSinceMs ?? nowMs) : undefined;
    if (blankSinceMs !== undefined) blankMs = Math.max(blankMs, nowMs - blankSinceMs);
    requestAnimationFrame(onFrame);
  }
  requestAnimationFrame(onFrame);
  window.benchScroll = {
    stop() {
      isOn = false;
      return { framesMs, blankMs };
    },
  };
}

/** A page that scrolls as far as the dashboard, with as many rows in sight, whose texts it sets itself. Runs in the browser, alone. */
export function drawPlainRows(rows: number): void {
  const rowPx = 34;
  const columns = 10;
  const trackPx = 8_000_000;
  document.body.innerHTML = `<div class="table-scroller" style="position:absolute;inset:268px 62px 48px 0;overflow:scroll;scrollbar-width:thin">
    <div style="height:${trackPx}px"><div style="position:sticky;top:0;overflow:hidden">
    <table style="table-layout:fixed;width:100%;font:13px sans-serif;border-spacing:0"><tbody></tbody></table></div></div></div>`;
  const scroller = document.querySelector('.table-scroller');
  const body = document.querySelector('tbody');
  if (!scroller || !body) return;
  const inSight = Math.ceil(scroller.clientHeight / rowPx);
  for (let row = 0; row < inSight; row += 1) {
    const line = body.insertRow();
    for (let column = 0; column < columns; column += 1) line.insertCell().style.height = `${rowPx - 2}px`;
  }
  scroller.addEventListener('scroll', () => {
    const first = Math.floor((scroller.scrollTop / (trackPx - scroller.clientHeight)) * (rows - inSight));
    for (const [index, line] of [...body.rows].entries()) {
      for (const [column, cell] of [...line.cells].entries()) cell.textContent = `${first + index} ${column}`;
    }
  });
}
