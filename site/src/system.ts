import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemFileSchema } from '../../shared/systems/system-file.ts';
import { brandingOf } from './branding.ts';

/** Folder of the system for which the static pages are built, such as `shared/reference/systems/<id>`. */
export const systemFolder = process.env['SYSTEM_FOLDER'] ?? '';
if (systemFolder === '') throw new Error('SYSTEM_FOLDER names the folder of the system to build for');

/** The system for which the static pages are built. */
export const system = systemFileSchema.parse(
  JSON.parse(readFileSync(join(systemFolder, 'system.json'), 'utf8')),
);

/** The branding of that system. */
export const branding = brandingOf(system);
