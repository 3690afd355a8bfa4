import { createContext } from 'react';

/**
 * The `tabIndex` of small controls inside a larger one: 0 where they stand alone, and -1 in the rows of a table that are not
 * the current one, so that Tab does not walk through every cell.
 */
export const TabStop = createContext<0 | -1>(0);
