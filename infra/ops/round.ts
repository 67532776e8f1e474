import * as z from 'zod';
import { commandLine, stop } from './command-line.ts';
import { confirmStepByStep } from './confirm-step-by-step.ts';
import { readText } from './read-text.ts';
import { roundInWords } from './round-in-words.ts';

const USAGE = `Commands for rounds, which match a whole cohort at once:

  npm run round -- gather --name "September 2027" --from 2027-09-01 --to 2027-09-30 [--place PLACE] [--until DAY]
                                         starts a round for that cohort; publishes the hash of its seed
  npm run round -- list
  npm run round -- plan [ID]             matches and stores the plan; nobody is asked yet
  npm run round -- show ID               the plan with names and reasons; --learner REQUEST: what that learner may know
  npm run round -- why-not ID --learner REQUEST --dpp DPP
  npm run round -- confirm ID            makes the offers; each offer holds a place
  npm run round -- follow-up ID          matches learners without an offer again; keeps the others
  npm run round -- replay ID --policy file.json    the differences under another policy
  npm run round -- policy                the current policy, as a file to change and replay
  npm run round -- reveal ID             publishes the seed, so that anyone can check the draw
  npm run round -- end ID                ends the round; learners without a DPP are matched one by one

  Without ID, a command is about the only open round.
  --by "Name"    your name; default: the name of your account
  --system ID    the system; default: the first of the deployment
  --stage NAME   a deployed stage, with your AWS credentials; default: the service on this machine
  --json         prints the answer as JSON`;

const line = commandLine(USAGE, ['name', 'from', 'to', 'place', 'until', 'learner', 'dpp', 'policy']);
const { verb, by, given, json } = line;
const say = (words: string): unknown => (json ? undefined : console.error(words));
const ask = (command: string, facts: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
  line.ask(`round-${command}`, facts);

const listSchema = z.array(z.looseObject({ id: z.string(), name: z.string(), state: z.string() }));
const ended = new Set(['closed', 'abandoned']);

/** Returns the id of the round named on the command line; if none is named, the id of the only open round. */
const selectedRound = async (): Promise<string> => {
  if (line.id !== undefined) return line.id;
  const open = listSchema.parse(await ask('list')).filter(({ state }) => !ended.has(state));
  const [only, ...others] = open;
  if (only !== undefined && others.length === 0) return only.id;
  return only === undefined
    ? stop('no round is open: give an ID, or start one with "gather"')
    : stop(
        `several rounds are open, give an ID: ${open.map(({ id, name }) => `${id} (${name})`).join(', ')}`,
      );
};
const verbsWithRound = ['plan', 'show', 'why-not', 'confirm', 'follow-up', 'replay', 'reveal', 'end'];
const id = verbsWithRound.includes(verb) ? await selectedRound() : undefined;

const planSchema = z.looseObject({
  round: z.looseObject({ learners: z.number(), practitioners: z.number() }),
});

const plan = async (): Promise<unknown> => {
  say('Reading requests and DPPs …');
  const { round } = planSchema.parse(await ask('snapshot', { id, by }));
  say(`Matching ${round.learners} learners with ${round.practitioners} DPPs …`);
  return ask('solve', { id, by });
};

const confirm = (): Promise<unknown> =>
  confirmStepByStep({ ask: (from) => ask('confirm', { id, by, from }), say });

const policyFile = async (): Promise<unknown> => {
  const policy = given['policy'];
  const file = policy ?? 'standard input';
  const text = await readText(policy ?? '-');
  if (!text.ok) return stop(`${file} ${text.refusal}`);
  try {
    return JSON.parse(text.value);
  } catch {
    return stop(`${file} is not JSON`);
  }
};

const verbs: Readonly<Record<string, () => Promise<unknown>>> = {
  list: () => ask('list'),
  policy: () => ask('policy'),
  gather: () =>
    ask('gather', {
      by,
      name: given['name'],
      startsFrom: given['from'],
      startsTo: given['to'],
      place: given['place'],
      until: given['until'],
    }),
  plan,
  show: () => ask('show', { id, learner: given['learner'] }),
  'why-not': () => ask('why-not', { id, learner: given['learner'], practitioner: given['dpp'] }),
  confirm,
  'follow-up': async () => {
    await plan();
    return confirm();
  },
  end: () => ask('end', { id, by }),
  reveal: () => ask('reveal', { id, by }),
  replay: async () => ask('replay', { id, policy: await policyFile() }),
};

const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
if (run === undefined) stop(`there is no command "${verb}": --help lists the commands`);
else {
  const answer = await run();
  const whole = json || verb === 'policy';
  console.log(whole ? JSON.stringify(answer, null, json ? undefined : 2) : roundInWords(answer));
}
