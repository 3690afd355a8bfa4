import { createRoot } from 'react-dom/client';
import type { DatasetPage } from '../../../src/contract/dataset-page.ts';

type Row = DatasetPage['items'][number];

const titles = ['Name', 'ID', 'Items', 'Clean items', 'Created', 'Modified', 'Accessed', 'Owner', 'Actor', 'Run'];

/** The floor of any page that shows the rows with React: one table and nothing else. */
function Table({ rows }: { rows: readonly Row[] }) {
  return (
    <table>
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.title ?? row.name ?? 'Unnamed'}</td>
            <td>{row.id}</td>
            <td>{row.itemCount}</td>
            <td>{row.cleanItemCount}</td>
            <td>{row.createdAt}</td>
            <td>{row.modifiedAt}</td>
            <td>{row.accessedAt}</td>
            <td>{row.username ?? row.userId}</td>
            <td>{row.actId}</td>
            <td>{row.actRunId}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function fetchRows(): Promise<readonly Row[]> {
  const response = await fetch(`/v2/datasets${window.location.search}`);
  // The floor trusts the server: checking the answer would be a library more.
  const { data } = (await response.json()) as { data: DatasetPage };
  return data.items;
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Table rows={await fetchRows()} />);
