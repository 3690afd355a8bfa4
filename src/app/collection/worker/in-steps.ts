/** How long the thread works on without looking up, in ms. */
const longestWorkMs = 6;

/**
 * Works something out in steps. What else the thread is asked for comes before it and in between; `undefined` once it is not wanted any
 * more.
 */
export async function inSteps<Result>(
  steps: Generator<undefined, Result>,
  isWanted: () => boolean,
): Promise<Result | undefined> {
  for (;;) {
    await nextTask();
    if (!isWanted()) return undefined;
    const untilMs = performance.now() + longestWorkMs;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < untilMs);
  }
}

/** A timer would do, but that browsers let those wait for 4 ms that follow one another. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
