import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { hasJava, JAVA_IS_MISSING } from './java.ts';
import { startOptions } from './options.ts';
import { assemblyFolder, prepare } from './prepare.ts';
import { type LocalStack, startStack } from './stack.ts';

/** `npm start`: the whole service on this machine. */
const say = (line: string) => process.stdout.write(`${line}\n`);

if (!hasJava()) {
  process.stderr.write(`${JAVA_IS_MISSING}\n`);
  process.exit(1);
}
// Lambda's own time zone: London is decided in one file, not by the machine.
process.env['TZ'] = 'UTC';

const running: { stack?: LocalStack } = {};
let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await running.stack?.stop();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

const { empty, ...options } = startOptions(process.argv.slice(2), process.env);
await prepare();
const stack = await startStack({ ...options, assembly: assemblyFolder });
running.stack = stack;

const seedFile = join(import.meta.dirname, 'seed/seed.ts');
if (!empty && stack.isNew && existsSync(seedFile)) {
  const landed = z.object({ seed: z.custom<(to: LocalStack) => Promise<void>>() });
  await landed.parse(await import(pathToFileURL(seedFile).href)).seed(stack);
}
say(`site ${stack.siteUrl}`);
say(`inbox ${stack.inboxUrl}`);
say(`console ${stack.consoleUrl}`);
