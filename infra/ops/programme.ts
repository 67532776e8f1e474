import { commandLine } from './command-line.ts';
import { outcomeInWords } from './print-outcome.ts';

const USAGE = `Commands of the programme team:

  npm run programme -- list                                          people who wait for a register check
  npm run programme -- check ID --by "Name" --seen "what you saw"    records the check and lists the DPP
  npm run programme -- needs-more ID --by "Name" --why "reason"      asks the DPP for more details
  npm run programme -- flags                                         flags and conflicts of interest to decide on
  npm run programme -- borders                                       learners and hours shared with neighbouring systems
  npm run programme -- clear-conflict REQUEST --by "Name" --why "reason"
  npm run programme -- settle-mention ID --by "Name"                  no text names the erased person
      --text "as listed" [--instead "what remains"]                   this text does: replace it

  npm run programme -- organisations                                 organisations that are in no list
  npm run programme -- identify-certain --by "Name"                  gives codes where name and outcode leave no doubt
  npm run programme -- identify ID --as CODE|ID --by "Name"          says which one it is; its own id: in no list

  --system ID    the system; default: the first of the deployment
  --stage NAME   a deployed stage, with your AWS credentials; default: the service on this machine
  --json         prints the answer as JSON`;

const { verb, id, by, given, json, ask } = commandLine(USAGE, ['seen', 'why', 'text', 'instead', 'as']);
const data = await ask(verb, {
  id,
  seen: given['seen'],
  why: given['why'],
  text: given['text'],
  instead: given['instead'],
  as: given['as'],
  ...(id === undefined && verb !== 'identify-certain' ? {} : { by }),
});
console.log(json ? JSON.stringify(data) : outcomeInWords(data));
