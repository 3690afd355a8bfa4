const signals = ['SIGINT', 'SIGTERM'] as const;
/** Ctrl-C under npm arrives twice, from the terminal and from npm. A second signal within this time is taken for the same one. */
const echoMs = 500;
const parentCheckMs = 250;

/**
 * Resolves at the first SIGINT or SIGTERM; a later one ends the process at once. Under `npx` it resolves also when the parent process
 * ends: a SIGTERM to npx ends the shell between npx and this process, and no signal reaches us.
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
