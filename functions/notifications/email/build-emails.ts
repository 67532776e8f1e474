import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileFragments, fragmentsFile } from './compile-fragments.ts';

/**
 * Entry point of `npm run build:emails`: compiles the MJML templates into the fragments that functions fill
 * in.
 */
const here = import.meta.dirname;
const fragments = await compileFragments(await readFile(join(here, 'fragments.mjml'), 'utf8'));
await writeFile(join(here, 'fragments.generated.ts'), await fragmentsFile(fragments));
process.stdout.write(`${Object.keys(fragments).length} fragments\n`);
