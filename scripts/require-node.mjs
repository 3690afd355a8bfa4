// Imported before all else: what stands here runs on versions of Node far older than the one that the project needs.

const needed = /** @type {const} */ ([20, 19]);

/**
 * Whether the project runs on a version of Node.
 * @param {string} version such as `20.19.0`
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

if (!isSupportedNode(process.versions.node)) {
  console.error(`Setlist needs Node ${needed.join('.')} or later; this is ${process.versions.node}.`);
  process.exit(1);
}
