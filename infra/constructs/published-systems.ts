import { existsSync, readdirSync } from 'node:fs';
import { publishedFolder } from '../build/publish-systems.ts';

/**
 * Lists the ids of the systems that the build has published.
 *
 * @throws Error if there is none
 */
export const publishedSystems = (): readonly string[] => {
  const ids = existsSync(publishedFolder)
    ? readdirSync(publishedFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
  if (ids.length === 0) throw new Error(`${publishedFolder} holds no system: "npm run build" publishes them`);
  return ids;
};
