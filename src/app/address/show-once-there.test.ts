import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showOnceThere } from './show-once-there.ts';

let target: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  target = new EventTarget();
  vi.stubGlobal('Element', Field);
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Waits for something, and tells what became of it. */
function wait(there: Promise<unknown> | undefined) {
  const acts = { show: vi.fn(), giveUp: vi.fn() };
  showOnceThere(there, acts);
  return acts;
}

/** As much of an element as is asked for. */
class Field extends EventTarget {
  readonly #isWritten: boolean;
  constructor(isWritten: boolean) {
    super();
    this.#isWritten = isWritten;
  }
  closest(selectors: string): Field | null {
    return this.#isWritten && selectors.includes('input') ? this : null;
  }
}

const never = new Promise(() => {});

interface Press {
  readonly ctrlKey?: boolean;
  /** Whether the focus is where a text is written. */
  readonly isWritten?: boolean;
}

function press(key: string, { isWritten = true, ...modifiers }: Press = {}): void {
  const event = Object.assign(new Event('keydown'), { key, ...modifiers });
  Object.defineProperty(event, 'target', { value: new Field(isWritten) });
  target.dispatchEvent(event);
}

describe('showOnceThere', () => {
  it('shows at once what there is nothing to wait for', () => {
    expect(wait(undefined).show).toHaveBeenCalledOnce();
  });

  it.each([
    ['is there', () => Promise.resolve(1)],
    ['cannot be had', () => Promise.reject(new Error('gone'))],
  ])('shows what %s, once', async (_, there) => {
    const { show, giveUp } = wait(there());
    expect(show).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1000);
    target.dispatchEvent(new Event('pointerdown'));
    expect(show).toHaveBeenCalledOnce();
    expect(giveUp).not.toHaveBeenCalled();
  });

  it('does not wait longer than a tenth of a second', () => {
    const { show } = wait(never);
    vi.advanceTimersByTime(99);
    expect(show).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(show).toHaveBeenCalledOnce();
  });

  it.each(['pointerdown', 'pagehide'])('does not wait for a %s', (type) => {
    const { show } = wait(never);
    target.dispatchEvent(new Event(type));
    expect(show).toHaveBeenCalledOnce();
  });

  it.each([
    ['Tab', {}, 1],
    ['Enter', {}, 1],
    ['z', { ctrlKey: true }, 1],
    ['z', {}, 0],
    ['Backspace', {}, 0],
    ['n', { isWritten: false }, 1],
    ['Delete', { isWritten: false }, 1],
  ])('at the key %s %o shows %d times: what writes brings its own', (key, modifiers, times) => {
    const { show } = wait(never);
    press(key, modifiers);
    expect(show).toHaveBeenCalledTimes(times);
  });

  it('gives up what the reader has gone away from', () => {
    const { show, giveUp } = wait(never);
    target.dispatchEvent(new Event('popstate'));
    vi.advanceTimersByTime(1000);
    expect(show).not.toHaveBeenCalled();
    expect(giveUp).toHaveBeenCalledOnce();
  });

  it.each([never, undefined])('leaves what comes later in its place', (later) => {
    const first = wait(never);
    const second = wait(later);
    vi.advanceTimersByTime(1000);
    expect(first.show).not.toHaveBeenCalled();
    expect(first.giveUp).not.toHaveBeenCalled();
    expect(second.show).toHaveBeenCalledOnce();
  });
});
