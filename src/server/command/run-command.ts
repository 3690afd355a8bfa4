import { SourceError } from '../source/interface/source-definition.ts';
import { editUsers } from './edit-users.ts';
import { CommandError, type Environment } from './flags.ts';
import { helpText } from './help-text.ts';
import { readCommand } from './read-command.ts';
import { serve } from './serve.ts';

/**
 * Runs the command: prints what it answers, or one line on stderr that says why not.
 * @returns the exit code
 */
export async function runCommand(options: {
  readonly argv: readonly string[];
  readonly env: Environment;
  readonly version: string;
  /** Where the built dashboard is. */
  readonly dashboardFolder: string;
}): Promise<number> {
  try {
    const command = readCommand(options.argv, options.env);
    if (command.kind === 'help') console.log(helpText());
    else if (command.kind === 'version') console.log(options.version);
    else if (command.kind === 'serve') await serve(command.options, options.dashboardFolder);
    else console.log(await editUsers(command));
    return 0;
  } catch (error) {
    // An unexpected error is printed with its stack, so that it can be reported.
    console.error(isExpected(error) ? error.message : error);
    return 1;
  }
}

function isExpected(error: unknown): error is Error {
  return [CommandError, SourceError].some((type) => error instanceof type);
}
