import { join } from 'node:path';
import { readSystem } from '../../build/read-system.ts';
import { systemsFolder } from '../../build/read-system-folder.ts';

/** The system of the demonstration data, whose employers work in real towns. */
export const demonstrationSystem = readSystem(join(systemsFolder, 'kent-and-medway'));
