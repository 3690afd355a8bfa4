import type { ReactElement, ReactNode } from 'react';

export interface ChipProps {
  readonly children: ReactNode;
  /** Makes the chip a button. */
  readonly onClick?: () => void;
}

/** A short fact in a pill, or an offer when it can be clicked. */
export function Chip({ children, onClick }: ChipProps): ReactElement {
  return onClick ? (
    <button type="button" className="chip chip-button" onClick={onClick}>
      {children}
    </button>
  ) : (
    <span className="chip">{children}</span>
  );
}
