/** Selects what the reader writes a text into. */
export const textFields = 'input:not([type=radio], [type=checkbox]), textarea, [contenteditable]';
