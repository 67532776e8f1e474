import * as z from 'zod';
import { outcomeInWords } from './print-outcome.ts';
import { hoursInWords } from '../../shared/kernel/hours-in-words.ts';

const mean = (sum: number, count: number): string => (count === 0 ? '0' : (sum / count).toFixed(1));

const tally = z.object({
  placed: z.number(),
  points: z.number(),
  minutes: z.number().optional(),
  miles: z.number(),
});

/** Mean drive of a learner. Totals of version 0.2.0 or earlier have no minutes, and their miles are in a straight line. */
const driveOf = ({ placed, minutes, miles }: z.infer<typeof tally>): string =>
  minutes === undefined
    ? `${mean(miles, placed)} miles in a straight line`
    : `${mean(minutes, placed)} minutes, ${mean(miles, placed)} miles by road`;
const summarySchema = z.object({
  learners: z.number(),
  pinned: z.number(),
  signOff: tally,
  firstCome: tally,
  otherSeats: z.object({ wanted: z.number(), placed: z.number() }),
  completeTeams: z.number(),
});
type Summary = z.infer<typeof summarySchema>;

const roundSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  state: z.string(),
  wave: z.number(),
  coursesFrom: z.string(),
  coursesTo: z.string(),
  seedHash: z.string(),
  seed: z.string().optional(),
  inputHash: z.string().optional(),
  policy: z.string().optional(),
  code: z.string().optional(),
  summary: summarySchema.optional(),
  offersMade: z.number(),
});
type Header = z.infer<typeof roundSchema>;

const viewSchema = z.looseObject({
  round: roundSchema,
  learners: z
    .array(
      z.object({
        requestId: z.string(),
        learner: z.string(),
        profession: z.string(),
        organisation: z.string(),
        complete: z.boolean(),
        hours: z.string(),
        seats: z.array(
          z.looseObject({
            role: z.string(),
            hours: z.number(),
            dpp: z.object({ id: z.string(), name: z.string(), organisation: z.string() }).optional(),
            points: z.number().optional(),
            minutes: z.number().optional(),
            miles: z.number().optional(),
            why: z.array(z.string()),
          }),
        ),
      }),
    )
    .optional(),
  bottlenecks: z.array(z.object({ at: z.string(), learners: z.number() })).optional(),
  offersMade: z.number().optional(),
  notMade: z.array(z.object({ seatId: z.string(), reason: z.string() })).optional(),
});

const comparisonSchema = z.object({
  policies: z.tuple([z.string(), z.string()]),
  before: summarySchema,
  after: summarySchema,
  changes: z.array(
    z.object({
      requestId: z.string(),
      seatId: z.string(),
      before: z.string().optional(),
      after: z.string().optional(),
    }),
  ),
});

const figures = ({ learners, pinned, signOff, firstCome, otherSeats, completeTeams }: Summary): string[] => [
  `  placed                   ${signOff.placed} of ${learners}${pinned > 0 ? ` (${pinned} with an offer or a match before)` : ''}`,
  `  mean of a learner        ${mean(signOff.points, signOff.placed)} points, ${driveOf(signOff)}`,
  `  first come, first served ${firstCome.placed} placed; ${mean(firstCome.points, firstCome.placed)} points, ${driveOf(firstCome)}`,
  `  other seats              ${otherSeats.placed} of ${otherSeats.wanted}`,
  `  teams complete           ${completeTeams} of ${learners}`,
];

const headerLines = (round: Header): string[] => [
  `${round.name} (${round.id}): ${round.state}${round.wave > 0 ? `, follow-up ${round.wave}` : ''}`,
  `  courses from             ${round.coursesFrom} to ${round.coursesTo}`,
  `  seed                     ${round.seed ?? `kept; its SHA-256 is ${round.seedHash}`}`,
  ...(round.inputHash === undefined
    ? []
    : [
        `  policy, code             ${round.policy ?? ''}, ${round.code ?? ''}`,
        `  input                    ${round.inputHash}`,
      ]),
  ...(round.summary === undefined ? [] : figures(round.summary)),
  ...(round.offersMade > 0 ? [`  offers made              ${round.offersMade}`] : []),
];

type View = z.infer<typeof viewSchema>;

const learnerLines = ({
  learner,
  requestId,
  profession,
  organisation,
  complete,
  hours,
  seats,
}: NonNullable<View['learners']>[number]): string[] => [
  '',
  `${learner}, ${profession}, ${organisation} (${requestId})${complete ? '' : ` — team incomplete, ${hours} hours`}`,
  ...seats.flatMap(({ role, hours: own, dpp, points, minutes, miles, why }) => [
    dpp === undefined
      ? `  ${role}, ${hoursInWords(own)}: nobody`
      : `  ${role}, ${hoursInWords(own)}: ${dpp.name}, ${dpp.organisation} (${points ?? 0} points, ${miles === undefined ? 'distance not known' : `${minutes === undefined ? '' : `${minutes} minutes, `}${miles} miles`})`,
    ...why.map((line) => `      ${line}`),
  ]),
];

const viewInWords = ({ round, learners = [], bottlenecks = [], offersMade, notMade = [] }: View): string =>
  [
    ...headerLines(round),
    ...(offersMade === undefined ? [] : [`  offers made now          ${offersMade}`]),
    ...notMade.map(({ seatId, reason }) => `  not made                 ${seatId}: ${reason}`),
    ...learners.flatMap(learnerLines),
    ...(bottlenecks.length === 0
      ? []
      : [
          '',
          'Where one more place would help most:',
          ...bottlenecks.map((one) => `  ${one.at}: ${one.learners}`),
        ]),
  ].join('\n');

const comparisonInWords = ({ policies, before, after, changes }: z.infer<typeof comparisonSchema>): string =>
  [
    `Under ${policies[0]}:`,
    ...figures(before),
    `Under ${policies[1]}:`,
    ...figures(after),
    `Seats with a different result: ${changes.length}`,
    ...changes.map((one) => `  ${one.seatId}: ${one.before ?? 'nobody'} → ${one.after ?? 'nobody'}`),
  ].join('\n');

const learnerSchema = z.object({
  requestId: z.string(),
  seats: z.array(z.object({ role: z.string(), words: z.array(z.string()) })),
});

const whyNotSchema = z.looseObject({
  answer: z.string(),
  unmet: z.array(z.string()),
  rank: z.number().optional(),
  of: z.number(),
  forced: z.looseObject({ displaced: z.array(z.string()) }).optional(),
});

const whyNotInWords = ({ answer, unmet, rank, of, forced }: z.infer<typeof whyNotSchema>): string =>
  [
    answer,
    ...(unmet.length > 1 ? unmet.map((one) => `  ${one}`) : []),
    ...(rank === undefined ? [] : [`  Ranked ${rank} of ${of} eligible practitioners.`]),
    ...(forced?.displaced ?? []).map((id) => `  Would lose their place: ${id}`),
  ].join('\n');

/** Puts the result of a command about rounds into words for people. */
export const roundInWords = (answer: unknown): string => {
  const comparison = comparisonSchema.safeParse(answer);
  if (comparison.success) return comparisonInWords(comparison.data);
  const view = viewSchema.safeParse(answer);
  if (view.success) return viewInWords(view.data);
  const learner = learnerSchema.safeParse(answer);
  if (learner.success)
    return learner.data.seats.map(({ role, words }) => [`${role}:`, ...words].join('\n  ')).join('\n');
  const whyNot = whyNotSchema.safeParse(answer);
  if (whyNot.success) return whyNotInWords(whyNot.data);
  const list = z.array(roundSchema).safeParse(answer);
  if (list.success)
    return list.data.length === 0
      ? 'No rounds yet.'
      : list.data.map((one) => headerLines(one).join('\n')).join('\n\n');
  return outcomeInWords(answer);
};
