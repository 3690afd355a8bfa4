import './scroll-frame.css';
import { type PointerEvent, type ReactElement, useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react';
import { formatCount } from '../../ui/format/number-format.ts';
import { rowHeightPx } from './row-window.ts';
import { type ScalePlace, scalePlaces, scrollAt, thumbMiddle } from './scale-places.ts';
import type { ScrollTrack } from './scroll-track.ts';
import type { ScrollView } from './scroll-view.ts';

export interface ScaleProps {
  readonly view: ScrollView;
  readonly track: ScrollTrack;
  /** Of the scroller. */
  readonly heightPx: number;
  /** Told which rows the scale has places for. */
  readonly onPlaces: (places: readonly ScalePlace[]) => void;
  /** What stands beside each of the places; nothing where that is not known. */
  readonly texts: readonly (string | undefined)[];
  /** What stands beside the thumb while it is far from rest. */
  readonly textAt: (row: number) => string | undefined;
  /** The scale is pulled, as one pulls the thumb. */
  readonly onScrollTo: (scrollPx: number) => void;
}

/**
 * What the scrollbar leads to, beside it. For who sees and points only: where one is, the rows say by their own numbers, and the foot of
 * the list has a field for any other place.
 */
export function ScrollScale(props: ScaleProps): ReactElement {
  const { track, heightPx, texts, onScrollTo } = props;
  const places = useMemo(() => scalePlaces(track, heightPx), [track, heightPx]);
  const onPlaces = useEffectEvent(props.onPlaces);
  useEffect(() => onPlaces(places), [places]);
  function pull({ currentTarget, clientY }: PointerEvent<HTMLElement>): void {
    const yPx = clientY - currentTarget.getBoundingClientRect().top;
    onScrollTo(scrollAt(track, { yPx, heightPx }));
  }
  return (
    <div
      className="scale"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pull(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) pull(event);
      }}
    >
      {places.map(({ yPx }, index) => {
        const text = texts[index];
        // The same again says nothing.
        const isNew = text !== undefined && text !== texts[index - 1];
        return (
          <span key={yPx} style={{ top: yPx }} data-plain={isNew ? undefined : ''}>
            {isNew ? text : null}
          </span>
        );
      })}
      <Thumb {...props} />
    </div>
  );
}

/** Where the thumb is, and while it is far from rest what it is at. */
function Thumb({ view, track, heightPx, textAt }: ScaleProps): ReactElement {
  const { topPx, isFast } = useSyncExternalStore(view.subscribe, view.picture);
  const row = Math.round(topPx / rowHeightPx);
  const top = thumbMiddle(track, { topPx, heightPx });
  return (
    <>
      <i style={{ top }} />
      {isFast ? (
        <b style={{ top }}>
          {textAt(row)} <small>Row {formatCount(row + 1)}</small>
        </b>
      ) : null}
    </>
  );
}
