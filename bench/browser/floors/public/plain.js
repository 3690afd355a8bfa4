/**
 * The floor of any page that shows the rows: it asks for them and fills a table, without a library.
 * @param {Record<string, string | number | null | undefined>} row
 */
function cellTexts(row) {
  const name = row.title ?? row.name ?? 'Unnamed';
  const counts = [row.itemCount, row.cleanItemCount];
  const times = [row.createdAt, row.modifiedAt, row.accessedAt];
  return [name, row.id, ...counts, ...times, row.username ?? row.userId, row.actId, row.actRunId];
}

async function fill() {
  const response = await fetch(`/v2/datasets${location.search}`);
  const { data } = await response.json();
  const rows = document.createDocumentFragment();
  for (const row of data.items) {
    const line = document.createElement('tr');
    for (const text of cellTexts(row)) {
      line.insertCell().textContent = String(text ?? '');
    }
    rows.append(line);
  }
  document.querySelector('tbody')?.append(rows);
}

fill();
