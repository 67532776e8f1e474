import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { build } from 'esbuild';
import type { Table } from '../../functions/store/table/table.ts';
import type { Ports, Services } from '../simulation/services.ts';

/** The commit of version 0.1.0. */
const COMMIT = '45e9693';
const root = resolve(import.meta.dirname, '../..');

/** What version 0.1.0 has too. It had no queues of changed rows. */
export type OldServices = Omit<Services, 'dispatch' | 'matchFromQueue'>;

/** The parts of version 0.1.0 that run next to this version. Their interfaces have not changed since 0.1.0. */
export interface OldVersion {
  readonly services: (ports: Omit<Ports, 'queues' | 'objects'>) => OldServices;
  readonly dynamoTable: (documents: DynamoDBDocumentClient, tableName: string) => Table;
  readonly documentsOf: (client: DynamoDBClient) => DynamoDBDocumentClient;
  /** Fills a table with the data of a year of use. */
  readonly seedTable: (table: Table, now: string) => Promise<void>;
}

const exported = `
export { services } from './tests/simulation/services.ts';
export { dynamoTable } from './functions/platform/storage/dynamo-table.ts';
export { documentsOf } from './functions/platform/storage/client.ts';
export { seedTable } from './infra/local/seed/seed.ts';
`;

/**
 * Checks that the history contains version 0.1.0.
 * @throws if this clone lacks the commit, because the comparison must not be skipped
 */
const insistOnHistory = (): void => {
  try {
    execFileSync('git', ['-C', root, 'cat-file', '-e', `${COMMIT}^{commit}`], { stdio: 'ignore' });
  } catch {
    throw new Error(
      `This clone does not hold commit ${COMMIT} (version 0.1.0), so the versions cannot be compared. Run: git fetch --unshallow`,
    );
  }
};

/**
 * Builds version 0.1.0 from the history of this repository into `.local/compat/`, using the packages of this
 * version. One of them, the logger of Powertools, is a dependency only for this.
 * @throws if the history is missing
 */
export const oldVersion = async (): Promise<OldVersion> => {
  insistOnHistory();
  const folder = join(root, '.local/compat/0.1.0');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = execFileSync(
    'git',
    [
      '-C',
      root,
      'archive',
      COMMIT,
      'functions',
      'shared',
      'site',
      'tests',
      'infra/local/seed',
      'infra/version.ts',
      'package.json',
    ],
    {
      maxBuffer: 2 ** 28,
    },
  );
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  const outfile = join(folder, 'version.mjs');
  await build({
    stdin: { contents: exported, resolveDir: folder, sourcefile: 'version.ts', loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
  return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as OldVersion;
};
