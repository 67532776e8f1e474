import * as z from 'zod';
import packageJson from '../../package.json' with { type: 'json' };

/** Version that `GET /health` reports: that of the package, and the commit if COMMIT is set. */
export const version = ((): string => {
  const commit = z
    .string()
    .regex(/^[0-9a-f]{7,40}$/)
    .optional()
    .parse(process.env['COMMIT']);
  return commit === undefined ? packageJson.version : `${packageJson.version}+${commit.slice(0, 7)}`;
})();
