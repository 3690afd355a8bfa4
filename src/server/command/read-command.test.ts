import { describe, expect, it } from 'vitest';
import { CommandError, flags } from './flags.ts';
import { helpText } from './help-text.ts';
import { readCommand } from './read-command.ts';

const sample = { flag: undefined, target: undefined };

const defaults = {
  port: 4780,
  host: '127.0.0.1',
  publicUrl: undefined,
  requireToken: false,
  source: sample,
  callers: undefined,
};
const address = { origin: 'https://api.example', basePath: '', host: 'api.example' };
const data = (target: string) => ({ flag: 'data', target });
const upstream = (token?: string) => ({ flag: 'upstream', target: { address, token } });

const serving: readonly [string, string[], Record<string, string>, object][] = [
  ['nothing', [], {}, {}],
  ['a port', ['--port', '5000'], {}, { port: 5000 }],
  ['a port after =', ['--port=0'], {}, { port: 0 }],
  ['a port by variable', [], { SETLIST_PORT: '5001' }, { port: 5001 }],
  ['a flag that wins over its variable', ['--port', '5000'], { SETLIST_PORT: '5001' }, { port: 5000 }],
  ['the last of a flag given twice', ['--port', '1', '--port', '2'], {}, { port: 2 }],
  ['an empty variable', [], { SETLIST_PORT: '', SETLIST_DATA: '' }, {}],
  ['another loopback address', ['--host', '127.1.2.3'], {}, { host: '127.1.2.3' }],
  ['the IPv6 loopback in brackets', ['--host', '[::1]'], {}, { host: '::1' }],
  ['localhost', ['--host', 'localhost'], {}, { host: 'localhost' }],
  ['all addresses, where a token is needed', ['--host', '0.0.0.0'], {}, { host: '0.0.0.0', requireToken: true }],
  ['a name, which may be any address', ['--host', 'box.lan'], {}, { host: 'box.lan', requireToken: true }],
  [
    'a name that only begins like loopback',
    ['--host', '127.evil.example'],
    {},
    { host: '127.evil.example', requireToken: true },
  ],
  ['a host by variable', [], { SETLIST_HOST: '::' }, { host: '::', requireToken: true }],
  ['a file', ['--data', 'my.db'], {}, { source: data('my.db') }],
  ['a file by variable', [], { SETLIST_DATA: 'my.db' }, { source: data('my.db') }],
  ['a required token', ['--require-token'], {}, { requireToken: true }],
  ['a required token by variable', [], { SETLIST_REQUIRE_TOKEN: '1' }, { requireToken: true }],
  ['a variable that says no', [], { SETLIST_REQUIRE_TOKEN: 'false' }, {}],
  ['a flag that says no', ['--require-token=false'], { SETLIST_REQUIRE_TOKEN: 'true' }, {}],
  ['a public address', ['--public-url', 'https://a.example'], {}, { publicUrl: new URL('https://a.example/') }],
  ['an upstream', ['--upstream', 'https://api.example/v2'], {}, { source: upstream() }],
  ['an upstream by variable', [], { SETLIST_UPSTREAM: 'https://api.example' }, { source: upstream() }],
  ['a token alone', [], { SETLIST_UPSTREAM_TOKEN: 'secret' }, {}],
  [
    'an upstream with its token',
    ['--upstream', 'https://api.example'],
    { SETLIST_UPSTREAM_TOKEN: 'secret' },
    { source: upstream('secret') },
  ],
  [
    "an upstream whose callers need tokens of Setlist's own",
    ['--upstream', 'https://api.example', '--require-token', '--data', 'users.db'],
    { SETLIST_UPSTREAM_TOKEN: 'secret' },
    { source: upstream('secret'), requireToken: true, callers: data('users.db') },
  ],
];

const commands: readonly [string[], Record<string, string>, object][] = [
  [['--help'], {}, { kind: 'help' }],
  [['user', 'add', '--help'], {}, { kind: 'help' }],
  [['--version'], {}, { kind: 'version' }],
  [['user', 'list'], {}, { kind: 'list-users', source: sample }],
  [['user', 'list', '--data', 'a.db'], {}, { kind: 'list-users', source: data('a.db') }],
  [['--data', 'a.db', 'user', 'add', 'ada'], {}, { kind: 'add-user', username: 'ada', source: data('a.db') }],
  [
    ['user', 'add', 'ada'],
    { SETLIST_DATA: 'b.db', SETLIST_PORT: 'x' },
    { kind: 'add-user', username: 'ada', source: data('b.db') },
  ],
  [['user', 'remove', 'ada'], {}, { kind: 'remove-user', username: 'ada', source: sample }],
  [['share', '~prices', 'ada'], {}, { kind: 'share', dataset: '~prices', username: 'ada', source: sample }],
  [['unshare', 'eve~x', 'ada'], {}, { kind: 'unshare', dataset: 'eve~x', username: 'ada', source: sample }],
];

const bad: readonly [string[], Record<string, string>, string | RegExp][] = [
  [['--prot', '1'], {}, 'Unknown flag --prot; setlist --help lists what there is.'],
  [['-p', '1'], {}, 'Unknown flag -p; setlist --help lists what there is.'],
  [['--port'], {}, '--port needs a PORT.'],
  [['--port='], {}, '--port needs a PORT.'],
  [['--port', '--host', 'x'], {}, '--port needs a PORT.'],
  [['--port', 'abc'], {}, '--port must be a port, 0 to 65535, not "abc".'],
  [['--port=-1'], {}, '--port must be a port, 0 to 65535, not "-1".'],
  [['--port', '65536'], {}, /^--port must be/],
  [['--port', '1e3'], {}, /^--port must be/],
  [[], { SETLIST_PORT: '80.5' }, 'SETLIST_PORT must be a port, 0 to 65535, not "80.5".'],
  [['--host', 'a b'], {}, /^--host must be a host name or an IP address/],
  [['--host', 'http://localhost'], {}, /^--host must be/],
  [['--data', ''], {}, '--data needs a FILE.'],
  [['--require-token=maybe'], {}, '--require-token must be true or false, not "maybe".'],
  [[], { SETLIST_REQUIRE_TOKEN: 'yes' }, 'SETLIST_REQUIRE_TOKEN must be true or false, not "yes".'],
  [['--public-url', 'a.example'], {}, /^--public-url must be an http/],
  [['--public-url', 'ftp://a.example'], {}, /^--public-url must be/],
  [['--public-url', 'https://a.example/path'], {}, /^--public-url must be/],
  [['--public-url', 'https://me@a.example'], {}, /^--public-url must be/],
  [['--upstream', 'api.example'], {}, /^--upstream: "api\.example" is not/],
  [[], { SETLIST_UPSTREAM: 'api.example' }, /^SETLIST_UPSTREAM: "api\.example" is not/],
  [['--upstream', 'https://a.example', '--data', 'a.db'], {}, /^--upstream and --data exclude each other/],
  [['--upstream', 'https://a.example', '--data', 'a.db', '--require-token'], {}, /exclude each other/],
  [['--upstream', 'https://a.example', '--require-token'], { SETLIST_UPSTREAM_TOKEN: 's' }, /name the database/],
  [['--upstream', 'https://a.example', '--host', '0.0.0.0'], { SETLIST_UPSTREAM_TOKEN: 's' }, /name the database/],
  [['--upstream', 'https://a.example'], { SETLIST_UPSTREAM_TOKEN: 'a b' }, /^SETLIST_UPSTREAM_TOKEN holds/],
  [['serve'], {}, 'Unknown command "serve"; setlist --help lists what there is.'],
  [['user'], {}, 'setlist user needs a command: add NAME, list or remove NAME.'],
  [['user', 'rename'], {}, 'Unknown command "user rename": add NAME, list or remove NAME.'],
  [['user', 'add'], {}, 'Usage: setlist user add NAME'],
  [['user', 'add', 'a', 'b'], {}, 'Usage: setlist user add NAME'],
  [['user', 'list', 'a'], {}, 'Usage: setlist user list'],
  [['share', 'a'], {}, 'Usage: setlist share DATASET USERNAME'],
  [['share', 'a', ''], {}, 'Usage: setlist share DATASET USERNAME'],
  [['user', 'list', '--port', '1'], {}, '--port does not go with "setlist user".'],
];

describe('readCommand', () => {
  it.each(serving)('serves with %s', (_what, argv, env, expected) => {
    expect(readCommand(argv, env)).toEqual({ kind: 'serve', options: { ...defaults, ...expected } });
  });

  it.each(commands)('reads %j with %j', (argv, env, expected) => {
    expect(readCommand(argv, env)).toEqual(expected);
  });

  it.each(bad)('refuses %j with %j in one line', (argv, env, message) => {
    expect(() => readCommand(argv, env)).toThrow(CommandError);
    expect(() => readCommand(argv, env)).toThrow(message);
    expect(() => readCommand(argv, env)).not.toThrow('\n');
  });

  it('never repeats the token of the upstream', () => {
    const env = { SETLIST_UPSTREAM_TOKEN: 'secret' };
    expect(() => readCommand(['--upstream', 'https://a.example', '--require-token'], env)).not.toThrow('secret');
  });
});

describe('helpText', () => {
  it('lists every flag with its variable and default', () => {
    for (const [name, flag] of Object.entries(flags)) {
      expect(helpText()).toContain(`--${name}`);
      expect(helpText()).toContain(`SETLIST_${name.toUpperCase().replace('-', '_')}`);
      if ('default' in flag) expect(helpText()).toContain(`(default: ${flag.default})`);
    }
    expect(helpText()).toContain('SETLIST_UPSTREAM_TOKEN');
  });
});
