import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StageSettings } from '../definition/stage-settings.ts';

const folder = join(import.meta.dirname, '../edge');

/** A function that CloudFront runs on each request, by the name of its file. */
export type EdgeFile = 'static-path.js' | 'dynamic-path.js' | 'open-data-path.js';

/** Returns the code of a CloudFront function, with the host names of the systems inserted. */
export const edgeCode = (file: EdgeFile, systems: StageSettings['systems']): string => {
  const hosts = Object.fromEntries(
    systems.flatMap(({ id, domain, merged }) =>
      [domain, ...merged.map((one) => one.domain)].map((host) => [host, id]),
    ),
  );
  const moved = Object.fromEntries(
    systems.flatMap(({ domain, merged }) => merged.map((one) => [one.domain, domain])),
  );
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  return `var systems = ${JSON.stringify(hosts)};\nvar moved = ${JSON.stringify(moved)};\n${text('system-of-host.js')}${text(file)}`;
};
