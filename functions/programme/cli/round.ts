import { parseArgs } from 'node:util';
import * as z from 'zod';
import { invokeProgramme } from './invoke-programme.ts';
import { readText } from './read-text.ts';
import { roundInWords } from './round-in-words.ts';

const USAGE = `Rounds: a whole cohort matched at once, until the console exists:

  npm run round -- gather --name "September 2027" --from 2027-09-01 --to 2027-09-30 [--place east-kent] [--until DAY]
                                         keeps that cohort for a round; publishes the hash of its seed
  npm run round -- list
  npm run round -- plan ID               reads, matches, keeps the plan; nobody is asked yet
  npm run round -- show ID               who with whom and why, with names; --learner REQUEST: what the learner may know
  npm run round -- why-not ID --learner REQUEST --dpp DPP
  npm run round -- confirm ID            makes the offers; each holds its place
  npm run round -- follow-up ID          matches those without an offer again; the others are kept
  npm run round -- replay ID --policy file.json    what another policy would have changed
  npm run round -- policy                the policy in force, as a file to change and replay
  npm run round -- reveal ID             tells the seed, so that anybody can check the draw
  npm run round -- end ID                nothing more comes from it; who has nobody is matched one by one

  --by "Name"    who does it; without it the name of your account
  --stage NAME   a deployed stage, with your AWS credentials; without it the service on this machine
  --json         the answer as JSON`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    by: { type: 'string' },
    name: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    place: { type: 'string' },
    until: { type: 'string' },
    learner: { type: 'string' },
    dpp: { type: 'string' },
    policy: { type: 'string' },
    stage: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const [verb, id] = positionals;
if (verb === undefined || values.help) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const by = values.by ?? process.env['USER'];
const say = (line: string): unknown => (values.json ? undefined : console.error(line));

const given = (facts: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const stop = (refusal: string, errors: readonly { field: string; message: string }[] = []): never => {
  console.error(`Not done: ${refusal}`);
  for (const { field, message } of errors) console.error(`  ${field}: ${message}`);
  process.exit(1);
};

const ask = async (command: string, facts: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
  const outcome = await invokeProgramme({ command: `round-${command}`, ...given(facts) }, values.stage);
  return outcome.ok ? outcome.data : stop(outcome.refusal, outcome.errors);
};

const planSchema = z.looseObject({
  round: z.looseObject({ learners: z.number(), practitioners: z.number() }),
});
const confirmSchema = z.looseObject({ done: z.number(), of: z.number() });

const plan = async (): Promise<unknown> => {
  say('Reading requests and DPPs …');
  const { round } = planSchema.parse(await ask('snapshot', { id, by }));
  say(`Matching ${round.learners} learners with ${round.practitioners} DPPs …`);
  return ask('solve', { id, by });
};

/** A few offers a call, so that progress is seen; stopped half way, the same command goes on. */
const confirm = async (from = 0): Promise<unknown> => {
  const answer = await ask('confirm', { id, by, from });
  const { done, of } = confirmSchema.parse(answer);
  say(`Offers gone through: ${done} of ${of}`);
  return done < of ? confirm(done) : answer;
};

const policyFile = async (): Promise<unknown> => {
  const text = await readText(values.policy ?? '-');
  if (!text.ok) return stop(`${values.policy ?? 'standard input'} ${text.refusal}`);
  try {
    return JSON.parse(text.value);
  } catch {
    return stop(`${values.policy ?? 'standard input'} is not JSON`);
  }
};

const verbs: Readonly<Record<string, () => Promise<unknown>>> = {
  list: () => ask('list'),
  policy: () => ask('policy'),
  gather: () =>
    ask('gather', {
      by,
      name: values.name,
      startsFrom: values.from,
      startsTo: values.to,
      place: values.place,
      until: values.until,
    }),
  plan,
  show: () => ask('show', { id, learner: values.learner }),
  'why-not': () => ask('why-not', { id, learner: values.learner, practitioner: values.dpp }),
  confirm: () => confirm(),
  'follow-up': async () => {
    await plan();
    return confirm();
  },
  end: () => ask('end', { id, by }),
  reveal: () => ask('reveal', { id, by }),
  replay: async () => ask('replay', { id, policy: await policyFile() }),
};

const run = verbs[verb];
if (run === undefined) stop(`there is no command "${verb}"; --help lists them`);
else {
  const answer = await run();
  const whole = values.json || verb === 'policy';
  console.log(whole ? JSON.stringify(answer, null, values.json ? undefined : 2) : roundInWords(answer));
}
