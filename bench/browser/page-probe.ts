/**
 * What the pages are measured with: the same script in all of them, put there before any of their own runs. Times are in ms
 * since the navigation began, unless they say otherwise.
 */
interface PageProbe {
  /** When the row was in the document, and when the frame that shows it was drawn. */
  readonly firstRows: Promise<ShownRows>;
  /** When the frame was drawn that shows the row on a page that works: what only looks like it is hidden from assistive technology. */
  readonly operableMs: Promise<number>;
  /** Durations of the tasks that the browser calls long: 50 ms and more. */
  readonly longTasksMs: number[];
  /** From the next click until a row with this text is drawn. Call it before the click. */
  readonly rowsAfterClick: (text: string) => Promise<ClickedRows>;
}

export interface ShownRows {
  readonly inDocumentMs: number;
  readonly drawnMs: number;
}

export interface ClickedRows {
  /** From the click, as the browser dates it, to the end of the frame that shows the rows. */
  readonly drawnAfterMs: number;
  /** Which frame after the click shows them: 1 is the next one. */
  readonly frames: number;
}

declare global {
  interface Window {
    benchProbe?: PageProbe;
  }
}

/** Puts the probe into the page. Runs in the browser, alone: all that it calls is within. */
export function installProbe(firstText: string): void {
  const longTasksMs: number[] = [];
  new PerformanceObserver((list) => {
    longTasksMs.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask', buffered: true });

  /** Whether one of the first rows of the table has the text: there may be a spacer before it. */
  function isShown(text: string, table = 'tbody'): boolean {
    const rows = document.querySelector<HTMLTableSectionElement>(table)?.rows;
    return [0, 1, 2].some((index) => rows?.[index]?.textContent?.includes(text));
  }

  /** Called in an animation frame: resolves once it was drawn, for a message is handled after the frame it was sent in. */
  function afterThisFrame(): Promise<number> {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  }

  /** Once the first row is in a `table` of the document. */
  function whenShown(table: string): Promise<ShownRows> {
    return new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isShown(firstText, table)) return;
        observer.disconnect();
        const inDocumentMs = performance.now();
        requestAnimationFrame(async () => resolve({ inDocumentMs, drawnMs: await afterThisFrame() }));
      });
      observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    });
  }

  function rowsAfterClick(text: string): Promise<ClickedRows> {
    return new Promise((resolve) => {
      const onClick = ({ timeStamp }: MouseEvent): void => {
        let frames = 0;
        const onFrame = async (): Promise<void> => {
          frames += 1;
          if (isShown(text)) resolve({ frames, drawnAfterMs: (await afterThisFrame()) - timeStamp });
          else requestAnimationFrame(onFrame);
        };
        requestAnimationFrame(onFrame);
      };
      addEventListener('click', onClick, { capture: true, once: true });
    });
  }

  window.benchProbe = {
    firstRows: whenShown('tbody'),
    operableMs: whenShown('tbody:not([aria-hidden="true"] *)').then(({ drawnMs }) => drawnMs),
    longTasksMs,
    rowsAfterClick,
  };
}
