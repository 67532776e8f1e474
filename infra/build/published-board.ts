import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemFileSchema } from '../../shared/systems/system-file.ts';
import { publishedFolder } from './publish-systems.ts';

/** Reads the ODS code of a system's board from its published data. */
export const publishedBoard = (id: string): string =>
  systemFileSchema.parse(JSON.parse(readFileSync(join(publishedFolder, id, 'system.json'), 'utf8'))).board.ods;
