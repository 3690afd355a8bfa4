/** The longest texts that the API allows are names of 63 characters: what is longer than this is cut before it is shown or kept. */
export const maxTextChars = 2_000;
