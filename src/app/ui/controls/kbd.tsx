import type { ReactElement, ReactNode } from 'react';

/** The name of a key, drawn as a key. */
export function Kbd({ children }: { children: ReactNode }): ReactElement {
  return (
    <kbd className="kbd" translate="no">
      {children}
    </kbd>
  );
}
