import * as z from 'zod';
import { endingSchema } from './ending.ts';
import type { Machine } from '../kernel/state-machine.ts';
import { quarterHours } from '../kernel/quarter-hours.ts';
import { daySchema, instantSchema } from '../kernel/time.ts';
import { organisationRefSchema, placeSchema, seatRoleSchema } from '../reference/vocabulary.ts';

export const matchStates = ['agreed', 'started', 'completed', 'ended-early', 'undone'] as const;
export const matchStateSchema = z.enum(matchStates);
export type MatchState = z.infer<typeof matchStateSchema>;

export const matchEvents = ['start', 'complete', 'end-early', 'undo'] as const;
export type MatchEvent = (typeof matchEvents)[number];

/** Life cycle of a match. Every end frees the place. */
export const matchMachine = {
  agreed: { start: 'started', complete: 'completed', 'end-early': 'ended-early', undo: 'undone' },
  started: { complete: 'completed', 'end-early': 'ended-early' },
  completed: {},
  'ended-early': {},
  undone: {},
} as const satisfies Machine<MatchState, MatchEvent>;

export const endReasons = [
  { id: 'dpp-left', words: 'The DPP left or is away' },
  { id: 'learner-left', words: 'The learner left the course' },
  { id: 'employer', words: 'An employer ended the supervision' },
  { id: 'not-working', words: 'The supervision was not working' },
  { id: 'withdrawn', words: 'The request was withdrawn' },
  { id: 'other', words: 'Another reason' },
] as const;
export const endReasonSchema = z.enum(endReasons.map(({ id }) => id));
export type EndReason = z.infer<typeof endReasonSchema>;

export const feedbackSchema = z.strictObject({
  at: instantSchema,
  /** Rating from 1 (poor) to 5 (excellent). */
  rating: z.number().int().min(1).max(5),
  wouldAgain: z.boolean(),
  comment: z.string().optional(),
});

export type Feedback = z.infer<typeof feedbackSchema>;

/** Fields of a match in every state. */
const agreed = {
  id: z.string(),
  version: z.number().int(),
  requestId: z.string(),
  seatId: z.string(),
  role: seatRoleSchema,
  offerId: z.string(),
  practitionerId: z.string(),
  /** The learner's employer. */
  home: organisationRefSchema,
  homePlace: placeSchema,
  /** The practitioner's organisation. */
  host: organisationRefSchema,
  hostPlace: placeSchema,
  /** Hours with this practitioner. */
  hours: quarterHours(),
  /** Hours of the seat, if they are more because a team gives the rest. */
  seatHours: quarterHours().exactOptional(),
  from: daySchema,
  to: daySchema,
  agreedAt: instantSchema,
  /** Other dates that the learner needs, while the practitioner has not said whether they are possible. */
  move: z.strictObject({ from: daySchema, to: daySchema, askedAt: instantSchema }).exactOptional(),
  /** When each side said, before the last day, that the hours are done and signed off. */
  finishedSaid: z
    .strictObject({
      practitioner: instantSchema.exactOptional(),
      requester: instantSchema.exactOptional(),
    })
    .exactOptional(),
};
const started = {
  ...agreed,
  /** Time at which both sides were last asked whether the match ends as planned. */
  endingAskedAt: instantSchema.optional(),
};
const over = {
  ...started,
  endedAt: instantSchema,
  learnerFeedback: feedbackSchema.optional(),
  practitionerFeedback: feedbackSchema.optional(),
};

const variants = {
  agreed: z.strictObject({ ...agreed, state: z.literal('agreed') }),
  started: z.strictObject({ ...started, state: z.literal('started') }),
  completed: z.strictObject({ ...over, state: z.literal('completed') }),
  'ended-early': z.strictObject({
    ...over,
    state: z.literal('ended-early'),
    endReason: endReasonSchema,
    /** Words of the side that ended it; absent if the team ended it, or the whole request or listing ended. */
    ending: endingSchema.exactOptional(),
  }),
  undone: z.strictObject({ ...agreed, state: z.literal('undone'), endedAt: instantSchema }),
};

export const matchSchema = z.discriminatedUnion('state', [
  variants.agreed,
  variants.started,
  variants.completed,
  variants['ended-early'],
  variants.undone,
]);

type Matches = { readonly [State in MatchState]: z.infer<(typeof variants)[State]> };
/** A match that is in one of the given states. */
export type MatchIn<State extends MatchState> = Matches[State];
/** A practitioner and a learner who agreed to work together in one seat. */
export type Match = MatchIn<MatchState>;

/** A match that uses a place. */
export type CurrentMatch = MatchIn<'agreed' | 'started'>;
/** A match whose learning took place, at least in part, so that both sides can give feedback. */
export type OverMatch = MatchIn<'completed' | 'ended-early'>;

/** Narrows a match to one state, for `filter`. */
export const isMatchIn =
  <State extends MatchState>(state: State) =>
  (match: Match): match is MatchIn<State> =>
    match.state === state;

export const isCurrent = (match: Match): match is CurrentMatch =>
  match.state === 'agreed' || match.state === 'started';

export const isOver = (match: Match): match is OverMatch =>
  match.state === 'completed' || match.state === 'ended-early';
