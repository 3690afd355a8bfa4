import { useEffect } from 'react';

/** Closes what floats beside something on Escape (WCAG 1.4.13), and when that moves away under it. */
export function useCloseWhenGone(onClose: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    addEventListener('keydown', onKey, true);
    addEventListener('scroll', onClose, true);
    return () => {
      removeEventListener('keydown', onKey, true);
      removeEventListener('scroll', onClose, true);
    };
  }, [onClose]);
}
