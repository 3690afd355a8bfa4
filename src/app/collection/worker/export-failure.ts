const messages = {
  'no-rows': 'The rows are no longer there: the list has been left, or its load has begun anew.',
  'no-answer': 'The part of the page that holds the rows does not answer. Reload the page, then export again.',
  'too-large': 'This is more than 10 MB, too much for the clipboard. Save it as a file.',
  part: 'Only a part of the list is loaded, so this would not be all of it.',
} as const;

/** Why an export could not be made, in words for the reader. */
export class ExportFailure extends Error {
  readonly reason: keyof typeof messages;

  constructor(reason: keyof typeof messages) {
    super(messages[reason]);
    this.name = 'ExportFailure';
    this.reason = reason;
  }
}
