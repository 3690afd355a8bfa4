/**
 * What the tests expect is written in one time zone and one language, whatever those of the machine are. Both are read when a process
 * starts: so this is imported by what starts the tests, and where one is about zones or languages it names them itself.
 */
Object.assign(process.env, { TZ: 'UTC', LC_ALL: 'en_US.UTF-8' });
