/** A refusal that is told to the person as it stands, without a stack. */
export class Sentence extends Error {}

/**
 * Whether `version` (such as 20.19.1) is `major.minor` or newer.
 * @param {string} version @param {number} major @param {number} minor
 */
export function hasVersion(version, major, minor) {
  const [haveMajor = 0, haveMinor = 0] = version.split('.').map(Number);
  return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}

/** Set-up talks on stderr: stdout belongs to the target. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
