import * as z from 'zod';
import packageJson from '../../package.json' with { type: 'json' };

/**
 * The version that `GET /health` reports: the version in package.json, followed by the commit if the environment
 * variable COMMIT is set.
 */
export const version = ((): string => {
  const commit = z
    .string()
    .regex(/^[0-9a-f]{7,40}$/)
    .optional()
    .parse(process.env['COMMIT']);
  return commit === undefined ? packageJson.version : `${packageJson.version}+${commit.slice(0, 7)}`;
})();
