import { parseArgs } from 'node:util';
import { invokeProgramme } from './invoke-programme.ts';
import { outcomeInWords } from './print-outcome.ts';

const USAGE = `The programme team's commands, until the console exists:

  npm run programme -- list                                          who waits for a register check
  npm run programme -- check ID --by "Name" --seen "what you saw"    record it; lists who waited
  npm run programme -- needs-more ID --by "Name" --why "reason"      ask for more
  npm run programme -- flags                                         what to look at: flags, conflicts
  npm run programme -- clear-conflict REQUEST --by "Name" --why "reason"

  --stage NAME   a deployed stage, with your AWS credentials; without it the service on this machine
  --json         the answer as JSON`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    by: { type: 'string' },
    seen: { type: 'string' },
    why: { type: 'string' },
    stage: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const [command, id] = positionals;
if (command === undefined || values.help) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const by = values.by ?? process.env['USER'];
const facts = { id, seen: values.seen, why: values.why, ...(id === undefined ? {} : { by }) };
const given = Object.entries(facts).filter(([, value]) => value !== undefined);
const outcome = await invokeProgramme({ command, ...Object.fromEntries(given) }, values.stage);

if (outcome.ok) console.log(values.json ? JSON.stringify(outcome.data) : outcomeInWords(outcome.data));
else {
  console.error(`Not done: ${outcome.refusal}`);
  for (const { field, message } of outcome.errors ?? []) console.error(`  ${field}: ${message}`);
  process.exitCode = 1;
}
