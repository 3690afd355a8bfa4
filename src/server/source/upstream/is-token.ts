/** Whether `text` can stand in an `Authorization` header: visible ASCII, no spaces. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
