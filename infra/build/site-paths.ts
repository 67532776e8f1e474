import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { siteFolderOf } from './build-site.ts';

/** Folder of files whose names contain a hash of their content. Files of former deployments stay in it. */
const NAMED_BY_CONTENT = '/_astro/';

/**
 * Lists the paths of the files of the built sites of these systems, such as "/privacy/index.html", apart from those whose
 * names contain a hash.
 *
 * @throws Error if a site has not been built
 */
export const sitePaths = (systems: readonly string[]): readonly string[] => {
  const found = systems.flatMap((system) => {
    const folder = siteFolderOf(system);
    if (!existsSync(folder)) throw new Error(`${folder} is missing: "npm run build" makes it`);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => posix.join('/', ...name.split(sep)))
      .filter((path) => !path.startsWith(NAMED_BY_CONTENT));
  });
  return [...new Set(found)].sort();
};
