const signals = ['SIGINT', 'SIGTERM'] as const;
/**
 * Ctrl-C under npm comes twice, from the terminal and from npm: what follows so soon is no second wish.
 */
const echoMs = 500;

/** Resolves at the first SIGINT or SIGTERM. A later one ends the process at once. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let firstMs: number | undefined;
    const onSignal = () => {
      if (firstMs === undefined) {
        firstMs = performance.now();
        resolve();
      } else if (performance.now() - firstMs > echoMs) process.exit(1);
    };
    for (const signal of signals) process.on(signal, onSignal);
  });
}
