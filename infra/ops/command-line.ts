import { parseArgs } from 'node:util';
import { invokeProgramme } from './invoke-programme.ts';

/** A parsed command line of the programme team. */
export interface CommandLine {
  readonly verb: string;
  /** Id of the record that the command is about: the word after the verb. */
  readonly id: string | undefined;
  /** The person who runs the command: the value of `--by`, otherwise the name of the account on this computer. */
  readonly by: string | undefined;
  /** The values of the options that were given. */
  readonly given: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
  /**
   * Sends a command to the service, leaving out facts that are undefined, and returns its answer. If the
   * service refuses the command, prints the reason and exits.
   */
  readonly ask: (command: string, facts?: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

/** Prints a refusal and exits with code 1. */
export const stop = (
  refusal: string,
  errors: readonly { readonly field: string; readonly message: string }[] = [],
): never => {
  console.error(`Not done: ${refusal}`);
  for (const { field, message } of errors) console.error(`  ${field}: ${message}`);
  process.exit(1);
};

/**
 * Parses the command line. Prints the usage and exits if there is no command (code 2) or if `--help` is given
 * (code 0).
 * @param options names of options with a value, in addition to `--by`, `--stage` and `--system`
 */
export const commandLine = (usage: string, options: readonly string[]): CommandLine => {
  const named = ['by', 'stage', 'system', ...options].map(
    (name) => [name, { type: 'string' as const }] as const,
  );
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
      const known = Object.entries({ system: given['system'], ...facts }).filter(
        ([, value]) => value !== undefined,
      );
      const outcome = await invokeProgramme({ command, ...Object.fromEntries(known) }, given['stage']);
      return outcome.ok ? outcome.data : stop(outcome.refusal, outcome.errors);
    },
  };
};
