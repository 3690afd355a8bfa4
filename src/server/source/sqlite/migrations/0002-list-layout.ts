import { type Kysely, sql } from 'kysely';

/** What the lists of 0001 were numbered by. */
const initialLayout = '[["unnamed",["false","true"]],["ownership",["all","ownedByMe","sharedWithMe"]]]';

/** What the numbers of the lists mean, so that they are filled anew when the list's parameters are others. */
export async function addListLayout(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('list_layout')
    .addColumn('layout', 'text', (column) => column.notNull())
    .execute();
  await sql`insert into list_layout (layout) values (${initialLayout})`.execute(db);
}
