/** What is measured from: an event of the page. */
export type GestureType = 'click' | 'input';

interface ChangeProbe {
  /** From the next gesture until other rows are drawn for it, in ms. Call it before the gesture. */
  readonly changeAfter: (type: GestureType) => Promise<number>;
}

declare global {
  interface Window {
    changeProbe?: ChangeProbe;
  }
}

/** Puts the probe into the page. Runs in the browser, alone: all that it calls is within. */
export function installChangeProbe(): void {
  /** Names order, search and rows on screen; nothing while those of the page before still stand there. */
  function readScreen(): string | undefined {
    const frame = document.querySelector('.table-frame');
    if (frame?.getAttribute('data-state') !== 'ready') return undefined;
    const status = document.querySelector('[role=status]')?.textContent ?? '';
    return `${status} ${document.querySelector('tbody tr[data-row]')?.textContent ?? ''}`;
  }

  /** Called in an animation frame: resolves once it was drawn, for a message is handled after the frame it was sent in. */
  function afterThisFrame(): Promise<number> {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  }

  function changeAfter(type: GestureType): Promise<number> {
    return new Promise((resolve) => {
      const before = readScreen();
      const onGesture = ({ timeStamp }: Event): void => {
        const onFrame = async (): Promise<void> => {
          const now = readScreen();
          if (now !== undefined && now !== before) resolve((await afterThisFrame()) - timeStamp);
          else requestAnimationFrame(onFrame);
        };
        requestAnimationFrame(onFrame);
      };
      addEventListener(type, onGesture, { capture: true, once: true });
    });
  }

  window.changeProbe = { changeAfter };
}
