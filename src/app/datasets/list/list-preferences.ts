import { storedKeys } from '../../browser/stored-keys.ts';
import { storedValue } from '../../browser/stored-value.ts';
import { formatColumnPreferences, parseColumnPreferences } from '../../table/model/column-preferences.ts';
import type { TimeMode } from '../columns.tsx';
import { timelineRoom } from './timeline-room.ts';

/** What columns were called before each had the name of its field: preferences of then are still understood. */
const renamedColumns = {
  items: 'itemCount',
  'clean-items': 'cleanItemCount',
  created: 'createdAt',
  modified: 'modifiedAt',
  accessed: 'accessedAt',
  actor: 'actId',
  run: 'actRunId',
};

/** Which columns the reader wants, in what order and how wide, and which of them stay in sight. */
export const columnPreferences = storedValue({
  key: storedKeys.columns,
  parse: (text) => parseColumnPreferences(text, renamedColumns),
  format: formatColumnPreferences,
});

/** How points in time are written in the list. */
export const timesPreference = storedValue<TimeMode>({
  key: storedKeys.times,
  parse: (text) => (text === 'absolute' ? 'absolute' : 'relative'),
  format: String,
});

/** Whether the list is read by pages, or as one continuous scroll. */
export const readingPreference = storedValue<'pages' | 'scroll'>({
  key: storedKeys.reading,
  parse: (text) => (text === 'scroll' ? text : 'pages'),
  format: String,
});

/**
 * Whether the timeline is shown. Until the reader says so, where there is room for it beside the rows: it is the first thing that shows
 * how the whole list is made, and of most lists it costs no request.
 */
export const timelineShown = storedValue<boolean>({
  key: storedKeys.timeline,
  parse: (text) => (text === null ? matchMedia(timelineRoom).matches : text === 'on'),
  format: (isShown) => (isShown ? 'on' : 'off'),
});
