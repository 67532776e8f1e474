import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';

const port = (usual: number) => z.coerce.number().int().min(0).max(65_535).default(usual);
const environment = z.object({
  PORT: port(8080),
  INBOX_PORT: port(8081),
  CONSOLE_PORT: port(8082),
  API_PORT: port(8084),
  SYSTEMS_PORT: port(8090),
});

export interface StartOptions {
  readonly sitePort: number;
  /** Port of the second system's site; further systems have the ports after it. 0 means free ports. */
  readonly systemsPort: number;
  readonly inboxPort: number;
  readonly consolePort: number;
  /** Port of the HTTP API's own address. */
  readonly apiPort: number;
  /** Whether to start without the demonstration data. */
  readonly empty: boolean;
  readonly keepIn?: string;
  readonly schedulesRun: boolean;
  /** Folders of systems to serve beside those of the stage. */
  readonly extraSystems: readonly string[];
}

/**
 * Parses the command line and the environment.
 * @param args `--empty`, `--data DIR`, `--schedules-by-hand`, `--system FOLDER` (may be given several times)
 * @throws if an argument is unknown or a port is invalid; the error names it
 */
export const startOptions = (
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): StartOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      empty: { type: 'boolean', default: false },
      data: { type: 'string' },
      'schedules-by-hand': { type: 'boolean', default: false },
      system: { type: 'string', multiple: true, default: [] },
    },
  });
  const { PORT, INBOX_PORT, CONSOLE_PORT, API_PORT, SYSTEMS_PORT } = environment.parse(variables);
  return {
    sitePort: PORT,
    systemsPort: SYSTEMS_PORT,
    inboxPort: INBOX_PORT,
    consolePort: CONSOLE_PORT,
    apiPort: API_PORT,
    empty: values.empty,
    ...(values.data === undefined ? {} : { keepIn: resolve(values.data) }),
    schedulesRun: !values['schedules-by-hand'],
    extraSystems: values.system.map((folder) => resolve(folder)),
  };
};
