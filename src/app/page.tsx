import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, StrictMode, useEffect, useLayoutEffect } from 'react';
import { App } from './app.tsx';

/** All that is drawn, at build time (prerender.tsx) as in the browser. */
export function Page(props: {
  client: QueryClient;
  /** The page is in the document, in this frame. */
  onDrawn?: () => void;
  /** The page works. */
  onReady?: () => void;
}): ReactElement {
  const { client, onDrawn, onReady } = props;
  // The effects of all that is in it have run before its own.
  useLayoutEffect(() => onDrawn?.(), [onDrawn]);
  useEffect(() => onReady?.(), [onReady]);
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>
  );
}
