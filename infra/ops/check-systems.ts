import { basename, resolve } from 'node:path';
import { mistakesInFolder, systemFolders } from '../build/read-system-folder.ts';

/** `npm run check-systems [-- FOLDER…]`: prints a line for each mistake in the data of the systems. */
const named = process.argv.slice(2).map((folder) => resolve(folder));
const folders = named.length > 0 ? named : systemFolders();
const lines = folders.flatMap((folder) =>
  mistakesInFolder(folder).map((line) => `${basename(folder)}/${line}`),
);
for (const line of lines) process.stderr.write(`${line}\n`);
if (lines.length > 0) process.exitCode = 1;
else process.stdout.write(`${folders.map((folder) => basename(folder)).join(', ')}: no mistakes\n`);
