/** Until that many ms have gone by, in a task of its own: with 0 as soon as the browser has done what it has waiting. */
export function after(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
