/** The parts of a `DOMRect` that placing needs, in CSS pixels of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Placed {
  readonly left: number;
  readonly top: number;
}

const edgePx = 8;

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/**
 * Where a floating box goes: below its anchor, above when there is no room below and there is above, and always inside the
 * viewport. `align` says which edges meet: the left ones, the right ones, or the middles.
 */
export function floatPosition(options: {
  readonly anchor: Box;
  readonly size: Pick<Box, 'width' | 'height'>;
  readonly viewport: Pick<Box, 'width' | 'height'>;
  readonly align: 'left' | 'right' | 'middle';
  readonly gapPx: number;
}): Placed {
  const { anchor, size, viewport, align, gapPx } = options;
  const share = { left: 0, middle: 0.5, right: 1 }[align];
  const left = anchor.left + (anchor.width - size.width) * share;
  const below = anchor.top + anchor.height + gapPx;
  const above = anchor.top - gapPx - size.height;
  const fitsBelow = below + size.height <= viewport.height - edgePx;
  const top = fitsBelow || above < edgePx ? below : above;
  return {
    left: clamp(left, edgePx, Math.max(edgePx, viewport.width - size.width - edgePx)),
    top: clamp(top, edgePx, Math.max(edgePx, viewport.height - size.height - edgePx)),
  };
}
