import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/**
 * Lists the relative imports of a source file, including imports of types and dynamic imports, as paths from the
 * repository's root.
 */
export const importsOf = (file: string, root: string): readonly string[] => {
  const text = readFileSync(posix.join(root, file), 'utf8');
  const script = file.endsWith('.astro') ? (/^---\n(.*?)\n---/su.exec(text)?.[1] ?? '') : text;
  return ts
    .preProcessFile(script)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => posix.join(posix.dirname(file), fileName));
};
