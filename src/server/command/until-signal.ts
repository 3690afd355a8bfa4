const signals = ['SIGINT', 'SIGTERM'] as const;
/** Ctrl-C under npm comes twice, from the terminal and from npm: what follows so soon is no second wish. */
const echoMs = 500;
const parentCheckMs = 250;

/**
 * Resolves at the first SIGINT or SIGTERM; a later one ends the process at once. Under `npx` the end of the shell between it
 * and us counts too: a SIGTERM to npx ends the shell, and nobody tells us.
 */
export function untilSignal(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  return new Promise((resolve) => {
    let firstMs: number | undefined;
    const onSignal = () => {
      if (firstMs === undefined) {
        firstMs = performance.now();
        resolve();
      } else if (performance.now() - firstMs > echoMs) process.exit(1);
    };
    for (const signal of signals) process.on(signal, onSignal);
    if (env.npm_lifecycle_event === 'npx') whenOrphaned(resolve);
  });
}

function whenOrphaned(then: () => void): void {
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    then();
  }, parentCheckMs);
  check.unref();
}
