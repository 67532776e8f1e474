import { basename } from 'node:path';
import { mistakesInFolder } from '../build/read-system-folder.ts';
import { hasJava, JAVA_IS_MISSING } from './java.ts';
import { startOptions } from './options.ts';
import { assemblyFolder, prepare } from './prepare.ts';
import { seed } from './seed/seed.ts';
import { type LocalStack, startStack } from './stack.ts';

/** Entry point of `npm start`: runs the whole service on this machine. */
const say = (line: string) => process.stdout.write(`${line}\n`);

if (!hasJava()) {
  process.stderr.write(`${JAVA_IS_MISSING}\n`);
  process.exit(1);
}
// Sets the time zone that Lambda has. The service converts to London time itself, and a bug in that must not
// be hidden by a machine that runs on London time.
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

/** An error that the user can fix, with nothing to add to its message. */
class CannotStart extends Error {}

/** Explains an error in one line if the user can fix it, otherwise with its stack trace. */
const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CannotStart) return error.message;
  if ('code' in error && error.code === 'EADDRINUSE')
    return `${error.message}. Choose other ports: PORT=9000 INBOX_PORT=9001 CONSOLE_PORT=9002 API_PORT=9004 SYSTEMS_PORT=9010 npm start`;
  if ('code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return error.message;
  return error.stack ?? error.message;
};

const start = async (): Promise<void> => {
  const { empty, extraSystems, ...options } = startOptions(process.argv.slice(2), process.env);
  const mistakes = extraSystems.flatMap((folder) =>
    mistakesInFolder(folder).map((line) => `${basename(folder)}/${line}`),
  );
  if (mistakes.length > 0) throw new CannotStart(mistakes.join('\n'));
  await prepare(extraSystems);
  const stack = await startStack({ ...options, assembly: assemblyFolder });
  running.stack = stack;
  if (!empty && stack.isNew) await seed(stack);
  await stack.buildFiles();
  for (const [index, { systemId, url }] of stack.sites.entries())
    say(index === 0 ? `site ${url}` : `site ${systemId} ${url}`);
  say(`inbox ${stack.inboxUrl}`);
  say(`the API behind the door answers 403 ${stack.apiUrl}`);
  say(`console ${stack.consoleUrl}`);
};

await start().catch((error: unknown) => {
  process.stderr.write(`DPP Match did not start: ${explain(error)}\n`);
  process.exit(1);
});
