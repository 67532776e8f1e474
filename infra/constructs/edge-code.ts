import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StageSettings } from '../definition/stage-settings.ts';

const folder = join(import.meta.dirname, '../edge');

/** Largest code of a function in bytes that CloudFront takes. */
const MOST_BYTES = 10 * 1024;

/** A function that CloudFront runs on each request, by the name of its file. */
export type EdgeFile = 'static-path.js' | 'dynamic-path.js' | 'open-data-path.js';

/**
 * Returns the code of a CloudFront function, with the host names of the systems and the paths of files inserted.
 * @throws Error if it is longer than CloudFront takes
 */
export const edgeCode = (
  file: EdgeFile,
  systems: StageSettings['systems'],
  paths: readonly string[],
): string => {
  const hosts = Object.fromEntries(
    systems.flatMap(({ id, domain, merged }) =>
      [domain, ...merged.map((one) => one.domain)].map((host) => [host, id]),
    ),
  );
  const moved = Object.fromEntries(
    systems.flatMap(({ domain, merged }) => merged.map((one) => [one.domain, domain])),
  );
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const files = Object.fromEntries(paths.map((path) => [path, 1]));
  const code = [
    `var systems = ${JSON.stringify(hosts)};`,
    `var moved = ${JSON.stringify(moved)};`,
    ...(file === 'static-path.js' ? [`var files = ${JSON.stringify(files)};`] : []),
    text('system-of-host.js') + text(file),
  ].join('\n');
  if (Buffer.byteLength(code) > MOST_BYTES) throw new Error(`${file} is longer than CloudFront takes: 10 KB`);
  return code;
};
