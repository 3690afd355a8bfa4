import { type ComponentType, createElement, lazy, useEffect, useEffectEvent } from 'react';
import { say } from './say.ts';

/** What a part that is opened may be given, and need not take. */
interface Closable {
  readonly onClose?: () => void;
}

/**
 * A part of the page that is loaded when it is first drawn. `orElse` stands in its place where it cannot be loaded. Without it, when
 * that is for want of a server, it is closed and the reader is told if it can be, and loaded when it is drawn anew; a server that answers
 * has other parts by now, so that the page fails, and says so.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  orElse?: ComponentType<Props>,
): ComponentType<Props & Closable> {
  const asModule = (part: ComponentType<Props>) => ({ default: part });
  // The props of a lazy component are those of what it loads; its type works them out from refs too, of which there are none.
  const begin = () =>
    lazy(() =>
      load().then(asModule, async () => {
        if (orElse) return asModule(orElse);
        // It may have come back just now.
        if (await hasServer()) return load().then(asModule);
        return asModule(({ onClose }: Closable) => createElement(Gone, { onClose, onShown: beginAnew }));
      }),
    ) as unknown as ComponentType<Props>;
  let part = begin();
  function beginAnew(): void {
    part = begin();
  }
  return (props) => createElement(part, props);
}

function Gone({
  onClose,
  onShown,
}: {
  readonly onClose: (() => void) | undefined;
  readonly onShown: () => void;
}): null {
  const tell = useEffectEvent(() => {
    onShown();
    // What the reader has not opened is not missed.
    if (onClose === undefined) return;
    say('That cannot be loaded: the server does not answer.');
    onClose();
  });
  useEffect(() => tell(), []);
  return null;
}

function hasServer(): Promise<boolean> {
  return fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
}
