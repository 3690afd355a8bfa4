import './require-node.mjs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { main } from './main.mjs';
import { inPath, installByApt, isExecutable } from './programs.mjs';
import { say } from './project.mjs';
import { runSteps, vitestStep } from './steps.mjs';

/**
 * A browser beside Chromium, and how e2e/browsers is told where it is.
 * @typedef {object} OtherBrowser
 * @property {string} name
 * @property {string} variable of the environment: the paths of its programs, with colons between them
 * @property {() => (string | undefined)[]} find its programs, in that order
 * @property {readonly string[]} packages of Debian that have them
 */

/** @type {readonly OtherBrowser[]} */
const browsers = [
  {
    name: 'Firefox',
    variable: 'SETLIST_FIREFOX',
    find: () => [inPath('firefox-esr')[0] ?? inPath('firefox')[0]],
    packages: ['firefox-esr'],
  },
  {
    name: 'WebKit',
    variable: 'SETLIST_WEBKIT',
    find: () => [inPath('WebKitWebDriver')[0], findMiniBrowser(), inPath('Xvfb')[0]],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
];

/** MiniBrowser is not in PATH: it stands with WebKit's library, whose version is in the name of the folder. */
function findMiniBrowser() {
  const libraries = ['/usr/lib', '/usr/libexec', '/usr/lib64'];
  const parents = [...libraries, ...foldersIn('/usr/lib', /-linux-gnu/)];
  return parents
    .flatMap((parent) => foldersIn(parent, /^webkit2?gtk-/))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isExecutable);
}

/**
 * @param {string} parent
 * @param {RegExp} name
 */
function foldersIn(parent, name) {
  try {
    return readdirSync(parent)
      .filter((found) => name.test(found))
      .map((found) => join(parent, found));
  } catch {
    return [];
  }
}

/**
 * Tells the tests where a browser is, which is installed for it where that may be done.
 * @param {OtherBrowser} browser
 * @returns {Promise<boolean>} whether it is there
 */
async function ensureBrowser({ name, variable, find, packages }) {
  let programs = find();
  if (programs.includes(undefined)) {
    say(`${name} is not installed.`);
    await installByApt(packages);
    programs = find();
  }
  if (programs.includes(undefined)) {
    say(`${name} is left out. On Debian this installs it: apt-get install ${packages.join(' ')}`);
    return false;
  }
  process.env[variable] = programs.join(':');
  return true;
}

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const names = [];
  for (const browser of browsers) if (await ensureBrowser(browser)) names.push(browser.name);
  if (names.length === 0) return say('Nothing was tried: neither browser is there.');
  const { failed } = await runSteps([vitestStep(`Smoke run in ${names.join(' and ')}`, 'browsers')], {
    keepGoing: true,
  });
  if (failed > 0) process.exitCode = 1;
});
