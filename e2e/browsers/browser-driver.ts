/** How long a browser may take for one thing: other programs may be using the machine. */
export const patienceMs = 30_000;
/** How long a browser may take to start: with a cold disk it is most of a run. */
export const startTimeoutMs = 120_000;

/** The keys that the steps press by name; any other key is the character that it types. */
export type NamedKey = 'ArrowDown' | 'End' | 'Escape';

/** A role whose elements the steps click. */
export type ClickedRole = 'button' | 'radio' | 'checkbox';

/** What the steps of the smoke run need of a browser. Each browser has one, around the protocol that it speaks. */
export interface BrowserDriver {
  /** The folder that the browser saves files to. */
  readonly downloads: string;
  /** Opens an address in the one tab. What the page before it said is forgotten. */
  open(url: string): Promise<void>;
  /** Clicks with the pointer on what has a role and just this accessible name, as the browser computes both. */
  click(role: ClickedRole, name: string): Promise<void>;
  /** Presses a key where the focus is. */
  press(key: NamedKey | (string & {})): Promise<void>;
  /** Runs a function in the page and gives its JSON result: it sees its arguments and the page, nothing of ours. */
  run<Args extends readonly unknown[], Result>(body: (...args: Args) => Result, ...args: Args): Promise<Result>;
  /** Errors and warnings on the console, exceptions and violations of the CSP since the address was opened. */
  messages(): Promise<readonly string[]>;
  /** Ends the browser and all that was started for it. */
  close(): Promise<void>;
}
