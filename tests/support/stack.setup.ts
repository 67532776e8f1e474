import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join, posix, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

export interface StackAddresses {
  readonly site: string;
  /** The site of each further system, by the system's id. */
  readonly otherSites: Readonly<Record<string, string>>;
  /** Paths of the built pages and documents of each site, by the system's id. */
  readonly built: Readonly<Record<string, readonly string[]>>;
  readonly inbox: string;
  readonly console: string;
  /** The HTTP API's own address, past CloudFront. */
  readonly api: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The addresses of the local stack that was started for this run. */
    stack: StackAddresses;
  }
}

const root = resolve(import.meta.dirname, '../..');

/**
 * Matches the lines that `npm start` prints when it is ready, such as `site http://localhost:8080/` and, for a further system,
 * `site sussex http://localhost:8090/`.
 */
const LINE = /^(site(?: [a-z-]+)?|inbox|console|the API behind the door answers 403) (http:\S+)$/u;

/** Lists the paths of the built pages and documents of each site, such as `/privacy/`, by the system's id. */
const builtPaths = (): Readonly<Record<string, readonly string[]>> => {
  const sites = join(root, 'dist/site');
  return Object.fromEntries(
    readdirSync(sites)
      .filter((name) => !name.startsWith('.'))
      .map((systemId) => [
        systemId,
        readdirSync(join(sites, systemId), { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.(?:html|json|txt|xml)$/u.test(name))
          .map((name) => `/${posix.normalize(name).replace(/(?:^|(?<=\/))index\.html$/u, '')}`),
      ]),
  );
};

/**
 * Starts the service once for a vitest project: with a made-up system beside those of the stage, without data, on free ports, and with schedules that only tests run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const child = spawn(
    process.execPath,
    [
      join(root, 'infra/local/start.ts'),
      '--empty',
      '--schedules-by-hand',
      '--system',
      join(root, 'tests/fixtures/systems/zz-riverlands'),
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: '0',
        INBOX_PORT: '0',
        CONSOLE_PORT: '0',
        API_PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const found = new Map<string, string>();
  for await (const line of createInterface(child.stdout)) {
    const [, name, url] = LINE.exec(line) ?? [];
    if (name !== undefined && url !== undefined) found.set(name, url);
    if (name === 'console') break;
  }
  const [site, inbox, console, api] = ['site', 'inbox', 'console', 'the API behind the door answers 403'].map(
    (name) => found.get(name),
  );
  if (site === undefined || inbox === undefined || console === undefined || api === undefined)
    throw new Error('the local stack did not start');
  const otherSites = Object.fromEntries(
    [...found].flatMap(([name, url]) => (name.startsWith('site ') ? [[name.slice(5), url]] : [])),
  );
  // Read now, because tests of other folders build the sites of the stage alone while the service runs.
  project.provide('stack', { site, otherSites, built: builtPaths(), inbox, console, api });
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
}
