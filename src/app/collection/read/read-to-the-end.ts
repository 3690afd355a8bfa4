import type { ProblemLog } from '../../../engine/columns/problem.ts';
import type { ListReader } from './list-reader.ts';
import { endOf, RowWindows } from './row-windows.ts';

/** More than a list has; for one that never ends. */
const maxRows = 2_000_000;
const maxPages = 10_000;
/** How many pages in a row may bring nothing new before the list is taken to end: some may be wrong, and right ones come after them. */
const maxVainPages = 20;

/**
 * Reads page after page until they bring nothing new: for a server that does not say how many rows there are, or cannot be believed. A
 * page that brings nothing new is no part of what is answered.
 */
export async function readToTheEnd(reader: ListReader, log: ProblemLog): Promise<RowWindows> {
  const windows = new RowWindows();
  const ids = new Set<string>();
  let offset = 0;
  for (let pages = 0, vainPages = 0; pages < maxPages && ids.size < maxRows; pages++) {
    const { window } = await reader.ask(offset);
    const end = endOf(window);
    const known = ids.size;
    for (const id of window.block.id) ids.add(id);
    if (ids.size > known) {
      vainPages = 0;
      windows.put(window);
      reader.options.onAnswer(windows);
    } else {
      vainPages += 1;
      if (vainPages === maxVainPages || (end === offset && offset >= reader.total)) return windows;
    }
    offset = end > offset ? end : offset + reader.pageRows;
  }
  log.note('endless', String(offset));
  return windows;
}
