import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './ui/button.tsx';
import { ErrorNote } from './ui/error-note.tsx';

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
        <ErrorNote
          title="This page has failed"
          icon="warning"
          details={`${error.name}: ${error.message}`}
          actions={
            <Button variant="primary" onClick={() => window.location.reload()}>
              Load it again
            </Button>
          }
        >
          It is a fault of the dashboard, or a part of it could not be loaded. Your datasets are not touched.
        </ErrorNote>
      </main>
    );
  }
}
