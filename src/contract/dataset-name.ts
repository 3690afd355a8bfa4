/** CONTRACT, "The other dataset endpoints": 1–63 characters, letters, digits and inner hyphens. */
const form = /^([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])$/;
const maxLengthChars = 63;

/** Whether `text` may be the name of a dataset. */
export function isDatasetName(text: string): boolean {
  return text.length <= maxLengthChars && form.test(text);
}
