import { parseArgs } from 'node:util';
import { invokeProgramme } from './invoke-programme.ts';

/** A command of the programme team's as it was typed. */
export interface CommandLine {
  readonly verb: string;
  /** What the command is about: the word after it. */
  readonly id: string | undefined;
  /** Who does it: `--by`, or the name of the account. */
  readonly by: string | undefined;
  /** The options with a value. */
  readonly given: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
  /** Runs a command of the service, without facts that are undefined; a refusal ends the program with why. */
  readonly ask: (command: string, facts?: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

/** Says why nothing was done and ends the program with 1. */
export const stop = (
  refusal: string,
  errors: readonly { readonly field: string; readonly message: string }[] = [],
): never => {
  console.error(`Not done: ${refusal}`);
  for (const { field, message } of errors) console.error(`  ${field}: ${message}`);
  process.exit(1);
};

/**
 * Reads the command line. Without a command, or with `--help`, prints the usage and ends the program (2 or 0).
 * @param options names of the options with a value, beside `--by` and `--stage`
 */
export const commandLine = (usage: string, options: readonly string[]): CommandLine => {
  const named = ['by', 'stage', ...options].map((name) => [name, { type: 'string' as const }] as const);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...Object.fromEntries(named),
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [verb, id] = positionals;
  if (verb === undefined || values.help) {
    console.log(usage);
    return process.exit(values.help ? 0 : 2);
  }
  const texts = Object.entries<unknown>(values).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const given: CommandLine['given'] = Object.fromEntries(texts);
  return {
    verb,
    id,
    by: given['by'] ?? process.env['USER'],
    given,
    json: values.json,
    ask: async (command, facts = {}) => {
      const known = Object.entries(facts).filter(([, value]) => value !== undefined);
      const outcome = await invokeProgramme({ command, ...Object.fromEntries(known) }, given['stage']);
      return outcome.ok ? outcome.data : stop(outcome.refusal, outcome.errors);
    },
  };
};
