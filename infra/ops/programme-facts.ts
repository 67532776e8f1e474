import type { CommandLine } from './command-line.ts';

/** Options with a value of the programme team's commands, beside `--by`, `--stage` and `--system`. */
export const programmeOptions = [
  'seen',
  'why',
  'text',
  'instead',
  'as',
  'domain',
  'note',
  'lists-at-once',
  'email',
  'name',
  'most',
  'how',
  'reason',
  'proof',
  'stays',
  'number',
  'profession',
  'organisation',
  'outcome',
  'ends',
  'practitioner',
  'decision',
  'file',
] as const;

/** Commands about one record that change nothing, so that nobody has to give a name. */
const onlyShows = new Set(['organisation', 'dpp']);

/** Commands about an organisation, which take its code or id as their first word. */
const aboutOrganisation = new Set([
  'organisation',
  'confirm-domain',
  'withdraw-domain',
  'confirm-voucher',
  'confirm-lead',
  'replace-lead',
  'refuse-lead',
  'refuse-voucher',
  'allow-learners',
]);
/** Names who runs a command; nobody, if it only shows something. */
const whoRuns = ({ verb, id, by }: Typed) =>
  (id === undefined && verb !== 'identify-certain') || onlyShows.has(verb) ? {} : { by };

/** Says which record a command is about. */
const subjectOf = ({ verb, id, given }: Typed) => {
  if (verb === 'lift-suppression') return { email: id };
  return {
    ...(aboutOrganisation.has(verb) ? { organisation: id } : { id, organisation: given['organisation'] }),
    email: given['email'],
  };
};

type Typed = Pick<CommandLine, 'verb' | 'id' | 'by' | 'given'>;

/** Turns a typed command into the facts that the service reads. Facts that were not typed are undefined. */
export const programmeFacts = (typed: Typed): Readonly<Record<string, unknown>> => {
  const { given } = typed;
  return {
    ...subjectOf(typed),
    ...(given['lists-at-once'] === undefined ? {} : { listsAtOnce: given['lists-at-once'] === 'yes' }),
    domain: given['domain'],
    note: given['note'],
    most: given['most'],
    name: given['name'],
    how: given['how'],
    reason: given['reason'],
    proof: given['proof'],
    stays: given['stays'],
    number: given['number'],
    profession: given['profession'],
    outcome: given['outcome'],
    ends: given['ends'],
    practitioner: given['practitioner'],
    decision: given['decision'],
    ...(given['file'] === undefined ? {} : { file: true }),
    seen: given['seen'],
    why: given['why'],
    text: given['text'],
    instead: given['instead'],
    as: given['as'],
    ...whoRuns(typed),
  };
};
