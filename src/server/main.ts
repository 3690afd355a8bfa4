#!/usr/bin/env node
import { join } from 'node:path';
import { runCommand } from './command/run-command.ts';

declare const __VERSION__: string;

// The reader of our output may stop reading, as in `setlist | head -1`; the server keeps running then.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exitCode = await runCommand({
  argv: process.argv.slice(2),
  env: process.env,
  version: __VERSION__,
  dashboardFolder: join(import.meta.dirname, '..', 'app'),
});
