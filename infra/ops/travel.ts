import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTravel } from './travel-command.ts';

const pathOf = (system: string, name: string): string =>
  join(import.meta.dirname, '../../shared/reference/systems', system, name);

const { exit, out, err } = runTravel({
  read: (system, name) => {
    const path = pathOf(system, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  },
  write: (system, name, text) => {
    writeFileSync(pathOf(system, name), text);
  },
})(process.argv.slice(2));
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = exit;
