/** The database that collections are kept in on this device. All of it is dropped at sign-out. */
export const databaseName = 'setlist';
