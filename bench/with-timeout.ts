/** The result of a promise, or an error that says what took longer than `timeoutMs`. */
export async function withTimeout<Result>(
  promise: Promise<Result>,
  { what, timeoutMs }: { readonly what: string; readonly timeoutMs: number },
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${timeoutMs / 1000} s.`)), timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
