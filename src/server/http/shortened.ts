const maxChars = 60;

/** What a client sent, cut to a length that fits a message. */
export function shortened(text: string): string {
  return text.length <= maxChars ? text : `${[...text.slice(0, maxChars)].slice(0, -1).join('')}…`;
}
