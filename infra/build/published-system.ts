import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PublishedSystem, publishedSystemSchema } from '../../shared/systems/published-system.ts';
import { publishedFolder } from './publish-systems.ts';

/** Reads a system's main file as `npm run build` published it. @throws Error if there is none */
export const publishedSystem = (id: string): PublishedSystem =>
  publishedSystemSchema.parse(JSON.parse(readFileSync(join(publishedFolder, id, 'system.json'), 'utf8')));
