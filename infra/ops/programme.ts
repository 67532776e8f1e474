import { commandLine } from './command-line.ts';
import { outcomeInWords } from './print-outcome.ts';

const USAGE = `The programme team's commands, until the console exists:

  npm run programme -- list                                          who waits for a register check
  npm run programme -- check ID --by "Name" --seen "what you saw"    record it; lists who waited
  npm run programme -- needs-more ID --by "Name" --why "reason"      ask for more
  npm run programme -- flags                                         what to look at: flags, conflicts
  npm run programme -- clear-conflict REQUEST --by "Name" --why "reason"

  --stage NAME   a deployed stage, with your AWS credentials; without it the service on this machine
  --json         the answer as JSON`;

const { verb, id, by, given, json, ask } = commandLine(USAGE, ['seen', 'why']);
const data = await ask(verb, {
  id,
  seen: given['seen'],
  why: given['why'],
  ...(id === undefined ? {} : { by }),
});
console.log(json ? JSON.stringify(data) : outcomeInWords(data));
