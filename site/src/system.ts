import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedSystemFrom } from '../../shared/systems/published-system.ts';
import { brandingOf } from './branding.ts';

/** Folder of the system for which the static pages are built, such as `shared/reference/systems/<id>`. */
export const systemFolder = process.env['SYSTEM_FOLDER'] ?? '';
if (systemFolder === '') throw new Error('SYSTEM_FOLDER names the folder of the system to build for');

/** The system for which the static pages are built. */
export const system = publishedSystemFrom(
  Object.fromEntries(
    ['system.json', 'settings.json', 'consent.json']
      .filter((name) => existsSync(join(systemFolder, name)))
      .map((name) => [name, readFileSync(join(systemFolder, name), 'utf8')]),
  ),
);

/** The branding of that system. */
export const branding = brandingOf(system);
