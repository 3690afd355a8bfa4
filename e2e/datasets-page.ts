import { expect, type Locator, type Page } from '@playwright/test';

/** The list's page by the names that a reader knows its parts by. */
export class DatasetsPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly table: Locator;
  readonly status: Locator;
  readonly newestFirst: Locator;
  readonly includeUnnamed: Locator;
  readonly ownership: Locator;
  readonly rowsPerPage: Locator;
  readonly firstPage: Locator;
  readonly previousPage: Locator;
  readonly nextPage: Locator;
  readonly lastPage: Locator;
  readonly pageField: Locator;
  readonly refresh: Locator;
  readonly api: Locator;
  readonly columns: Locator;

  constructor(page: Page) {
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    this.page = page;
    this.heading = page.getByRole('heading', { name: 'Datasets', exact: true });
    this.table = page.getByRole('table', { name: 'Datasets' });
    this.status = page.getByRole('status').filter({ hasText: /of [\d,.\s]+ datasets/ });
    this.newestFirst = page.getByRole('switch', { name: 'Newest first' });
    this.includeUnnamed = page.getByRole('switch', { name: 'Include unnamed' });
    this.ownership = page.getByRole('radiogroup', { name: 'Ownership' });
    this.rowsPerPage = page.getByRole('combobox', { name: 'Rows per page' });
    this.firstPage = button('First page');
    this.previousPage = button('Previous page');
    this.nextPage = button('Next page');
    this.lastPage = button('Last page');
    this.pageField = page.getByRole('textbox', { name: 'Page', exact: true });
    this.refresh = button('Refresh');
    this.api = button('API');
    this.columns = button('Columns');
  }

  /** Opens an address of the dashboard and waits for the rows. */
  async open(address = '/datasets?desc=1&limit=50'): Promise<void> {
    await this.page.goto(address);
    await expect(this.table.getByRole('row').nth(1)).toBeVisible();
    await expect(this.status).toBeVisible();
  }

  /** The rows in the document, without the header's. */
  get rows(): Locator {
    return this.table.getByRole('row').filter({ hasNot: this.page.getByRole('columnheader') });
  }

  /** The row of a dataset by a text that only it has, such as its name. */
  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  header(name: string): Locator {
    return this.table.getByRole('columnheader', { name, exact: true });
  }

  ownershipChoice(name: 'All' | 'Mine' | 'Shared with me'): Locator {
    return this.ownership.getByRole('radio', { name, exact: true });
  }

  /** The names of the columns in sight, in their order. */
  async columnNames(): Promise<string[]> {
    const headers = await this.table.getByRole('columnheader').allInnerTexts();
    return headers.map((text) => text.trim());
  }

  /** The cell of a row below a column's header. */
  async cell(row: Locator, column: string): Promise<Locator> {
    await expect(this.header(column)).toBeAttached();
    const index = (await this.columnNames()).indexOf(column);
    expect(index, `a column ${column}`).toBeGreaterThanOrEqual(0);
    return row.getByRole('cell').or(row.getByRole('rowheader')).nth(index);
  }

  /** Waits until the list begins with a dataset of this name. */
  async expectFirst(name: string): Promise<void> {
    await expect(this.rows.first()).toContainText(name);
  }

  /** Waits until the status line says this, such as `Page 2 of 24, 50 of 1,200 datasets, newest first`. */
  async expectStatus(text: string | RegExp): Promise<void> {
    await expect(this.status).toContainText(text);
  }

  /** Path, query and fragment in the address bar. */
  address(): string {
    const { pathname, search, hash } = new URL(this.page.url());
    return pathname + search + hash;
  }
}
