/** CONTRACT, "The other dataset endpoints": 1–63 characters, letters, digits and inner hyphens. */
const form = /^([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])$/;
const maxLengthChars = 63;

/** The rule in words, for the message of an error. */
export const datasetNameRule = '1 to 63 letters, digits and hyphens, neither beginning nor ending with a hyphen';

/** Whether `text` may be the name of a dataset. */
export function isDatasetName(text: string): boolean {
  return text.length <= maxLengthChars && form.test(text);
}
