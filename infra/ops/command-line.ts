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

/** Lists the commands that a usage names, such as `-- check ID` or `-- refuse-lead|refuse-voucher ORG`. */
const verbsOf = (usage: string): ReadonlySet<string> =>
  new Set([...usage.matchAll(/ -- ([a-z|-]+)/gu)].flatMap(([, verbs = '']) => verbs.split('|')));

/**
 * Parses the command line. Prints the usage and exits if there is no command (code 2) or if `help` or
 * `--help` is given (code 0), and refuses a command that the usage does not name (code 1).
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
  const helps = values.help || verb === 'help';
  if (verb === undefined || helps) {
    console.log(usage);
    return process.exit(helps ? 0 : 2);
  }
  if (!verbsOf(usage).has(verb))
    return stop(`there is no command "${verb}"; without a command, all are listed`);
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
