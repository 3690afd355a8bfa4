import type { ReactElement } from 'react';
import { ExportButton } from '../export/export-button.tsx';
import type { ExportProps } from '../export/use-export.ts';
import { ViewsMenu } from '../views/views-menu.tsx';

/** What can be kept of what is listed: the view under a name, and its rows. */
export function ListTools(props: ExportProps): ReactElement {
  return (
    <>
      <ViewsMenu view={props.view} />
      <ExportButton {...props} />
    </>
  );
}
