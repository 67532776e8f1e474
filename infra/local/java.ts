import { spawnSync } from 'node:child_process';

/** Error message for a machine on which the local database cannot be started. */
export const JAVA_IS_MISSING =
  'DPP Match needs Java 17 for the local database. Install it with: sudo apt-get install openjdk-17-jre-headless (macOS: brew install openjdk@17)';

/** Whether Java 17 or newer is installed. */
export const hasJava = (): boolean => {
  const { stdout, stderr, status } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = /version "(\d+)/.exec(`${stdout}${stderr}`)?.[1];
  return status === 0 && Number(version) >= 17;
};
