import { type ReactElement, Suspense } from 'react';
import type { Entry } from '../../address/location.ts';
import { listViewOf, type View } from '../../address/view-params.ts';
import { later } from '../../browser/later.ts';
import { useDocumentTitle } from '../../shell/document-title.ts';
import { Frame } from '../../shell/frame.tsx';
import { ApiButton } from '../from-code/api-button.tsx';
import { useDatasets, useUser } from '../list/use-datasets.ts';
import { DatasetsList } from './datasets-list.tsx';

// Only who has to sign in loads it.
const SignIn = later(async () => (await import('../../shell/sign-in.tsx')).SignIn);

/** The list of datasets, or the way in for who has to sign in first. */
export function DatasetsPage({ view, entry }: { view: View; entry: Entry }): ReactElement {
  const datasets = useDatasets(listViewOf(view));
  const { request } = datasets;
  const refusal = request.name === 'failed' && request.failure.kind === 'unauthorized' ? request.failure : undefined;
  const user = useUser(refusal === undefined && datasets.shown !== undefined);
  if (refusal === undefined) {
    return (
      <Frame user={user} actions={<ApiButton view={view} />}>
        <DatasetsList view={view} entry={entry} datasets={datasets} userId={user?.id} />
      </Frame>
    );
  }
  return (
    <Frame user={undefined}>
      <SignInTitle />
      <Suspense>
        <SignIn refusal={refusal} />
      </Suspense>
    </Frame>
  );
}

function SignInTitle(): null {
  useDocumentTitle('Sign in');
  return null;
}
