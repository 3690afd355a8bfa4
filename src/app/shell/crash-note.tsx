import { Component, type ErrorInfo, type ReactElement, type ReactNode, Suspense } from 'react';
import { later } from '../browser/later.ts';
import { PlainNote } from '../ui/floats/plain-note.tsx';

// Where it cannot be loaded either, the server is gone.
const CrashWords = later(async () => (await import('./crash-words.tsx')).CrashWords, PlainWords);

function PlainWords({ error, onReload }: { error: Error; onReload: () => void }): ReactElement {
  return <PlainNote text={`This page has failed: ${error.message}`} action="Load it again" onAct={onReload} />;
}

interface State {
  readonly error: Error | undefined;
}

/** Stands in for a page that failed while it was drawn, or whose parts could not be loaded: a fault of this program. */
export class CrashNote extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    console.error(error, componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <main>
        <h1 className="sr-only">Setlist</h1>
        <Suspense>
          <CrashWords error={error} onReload={() => window.location.reload()} />
        </Suspense>
      </main>
    );
  }
}
