import type { ReactElement } from 'react';
import { ExportButton, type ExportProps } from '../export/export-button.tsx';
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
