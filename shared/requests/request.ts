import * as z from 'zod';
import type { Machine } from '../kernel/state-machine.ts';
import { conflictSchema } from './declared-conflict.ts';
import { lostDppReasons, requestKinds } from './request-kind.ts';
import { takenBackReasons } from './taken-back.ts';
import { quarterHours } from '../kernel/quarter-hours.ts';
import { withdrawalSchema } from './withdrawal.ts';
import { type Day, daySchema, instantSchema, type Period } from '../kernel/time.ts';
import {
  clinicalAreaSchema,
  consentSchema,
  learnerTypeSchema,
  organisationRefSchema,
  professionSchema,
  seatRoleSchema,
  settingSchema,
  siteSchema,
  weekdaySchema,
} from '../reference/vocabulary.ts';

/** States of a request that is not erased. */
export const presentRequestStates = [
  'unconfirmed',
  'waiting-for-support',
  'open',
  'paused',
  'matched',
  'completed',
  'lapsed',
  'withdrawn',
  'refused',
] as const;
export const requestStates = [...presentRequestStates, 'erased'] as const;
export const requestStateSchema = z.enum(requestStates);
export type RequestState = z.infer<typeof requestStateSchema>;

export const requestEvents = [
  'confirm-email',
  'await-support',
  'support',
  'fill-last-seat',
  'vacate-seat',
  'complete',
  'lapse',
  'withdraw',
  'refuse',
  'erase',
  'pause',
  'resume',
] as const;
export type RequestEvent = (typeof requestEvents)[number];

/**
 * States of a request for supervision. Nobody is asked to supervise for a request that waits for support, is paused or
 * was refused by the programme team. An open one waits for support again if a change goes beyond what was supported.
 */
export const requestMachine = {
  unconfirmed: {
    'confirm-email': 'open',
    'await-support': 'waiting-for-support',
    withdraw: 'withdrawn',
    refuse: 'refused',
    erase: 'erased',
  },
  'waiting-for-support': {
    support: 'open',
    lapse: 'lapsed',
    withdraw: 'withdrawn',
    refuse: 'refused',
    erase: 'erased',
  },
  open: {
    'fill-last-seat': 'matched',
    'vacate-seat': 'open',
    'await-support': 'waiting-for-support',
    pause: 'paused',
    lapse: 'lapsed',
    withdraw: 'withdrawn',
    refuse: 'refused',
    erase: 'erased',
  },
  paused: {
    resume: 'open',
    'await-support': 'waiting-for-support',
    'vacate-seat': 'paused',
    lapse: 'lapsed',
    withdraw: 'withdrawn',
    erase: 'erased',
  },
  matched: { 'vacate-seat': 'open', complete: 'completed', withdraw: 'withdrawn', erase: 'erased' },
  completed: { erase: 'erased' },
  lapsed: { withdraw: 'withdrawn', erase: 'erased' },
  withdrawn: { erase: 'erased' },
  refused: { erase: 'erased' },
  erased: {},
} as const satisfies Machine<RequestState, RequestEvent>;

export const seatStates = ['vacant', 'offered', 'filled'] as const;
export type SeatState = (typeof seatStates)[number];

export const seatEvents = ['offer', 'accept', 'release', 'undo-accept'] as const;
export type SeatEvent = (typeof seatEvents)[number];

/** Life cycle of a seat. `release`: the offer was declined, lapsed or withdrawn, or the match ended early. */
export const seatMachine = {
  vacant: { offer: 'offered' },
  offered: { accept: 'filled', release: 'vacant' },
  filled: { release: 'vacant', 'undo-accept': 'offered' },
} as const satisfies Machine<SeatState, SeatEvent>;

/** A practitioner who was asked for a seat without success, and is not asked again for the same request. */
export const triedSchema = z.strictObject({
  practitionerId: z.string(),
  outcome: z.enum(['declined', 'lapsed', 'withdrawn', 'left']),
  at: instantSchema,
  /**
   * Id of the back-up whom the practitioner named before leaving. Stored when the practitioner's record is
   * about to be erased, because only that record has the back-up's address.
   */
  backUpId: z.string().optional(),
});

/** Fields of a seat in every state. */
const wanted = {
  id: z.string(),
  role: seatRoleSchema,
  /** Hours wanted; if somebody has left the seat and hours were done, those that are left. */
  hours: quarterHours(),
  /** Hours that were done with people who have left the seat. */
  hoursDone: quarterHours().min(0).exactOptional(),
  tried: z.array(triedSchema),
};
const taken = { ...wanted, offerId: z.string(), practitionerId: z.string() };

const variants = {
  vacant: z.strictObject({
    ...wanted,
    state: z.literal('vacant'),
    /** Time at which the requester was last informed that nobody suitable is left. */
    nobodyLeftAt: instantSchema.optional(),
    /** Why the last offer for this seat was taken back; absent if somebody answered it, or nobody was asked. */
    takenBack: z.enum(takenBackReasons).exactOptional(),
  }),
  offered: z.strictObject({ ...taken, state: z.literal('offered') }),
  filled: z.strictObject({ ...taken, state: z.literal('filled'), matchId: z.string() }),
};

export const seatSchema = z.discriminatedUnion('state', [variants.vacant, variants.offered, variants.filled]);

type Seats = { readonly [State in SeatState]: z.infer<(typeof variants)[State]> };
/** A seat that is in one of the given states. */
export type SeatIn<State extends SeatState> = Seats[State];
/** A supervising role that somebody is to fill for a request. */
export type Seat = SeatIn<SeatState>;

/** Narrows a seat to one state, for `filter`. */
export const isSeatIn =
  <State extends SeatState>(state: State) =>
  (seat: Seat): seat is SeatIn<State> =>
    seat.state === state;

/** Whether the seat is offered or filled. */
export const isTaken = (seat: Seat): seat is SeatIn<'offered' | 'filled'> => seat.state !== 'vacant';

export const exclusionSchema = z.strictObject({ practitionerId: z.string(), reason: z.string() });

/** Fields of the form with which a learner, or an employer on a learner's behalf, requests supervision. */
export const askForSupervisionSchema = z.strictObject({
  requestedBy: z.enum(['learner', 'employer']),
  requesterName: z.string(),
  email: z.string(),
  learnerName: z.string().optional(),
  /** Number of learners whom nobody has named yet and for whom the employer asks together; one if absent. */
  learners: z.number().int().exactOptional(),
  profession: professionSchema,
  learnerType: learnerTypeSchema,
  registrationNumber: z.string().optional(),
  organisation: organisationRefSchema,
  site: siteSchema,
  leadArea: clinicalAreaSchema,
  areas: z.array(clinicalAreaSchema),
  scope: z.string(),
  setting: settingSchema,
  /** Absent in requests of versions up to 0.4.0, which all are before a course: see `kindOf`. */
  kind: z.enum(requestKinds).exactOptional(),
  /** Absent where no university is involved, as in the foundation year. */
  university: z.string().exactOptional(),
  courseStart: daySchema,
  courseEnd: daySchema,
  /** Absent where there is no application that needs the DPP’s signature. */
  applicationsClose: daySchema.exactOptional(),
  signOffNeededBy: daySchema,
  hours: quarterHours(),
  /** Hours that the university requires with the named DPP; also 0 if the requester did not say. */
  namedDppHours: quarterHours(),
  /** Whether the requester said that the university requires 0 hours with the named DPP. */
  noNamedHours: z.literal(true).exactOptional(),
  days: z.array(weekdaySchema),
  /** Most minutes by road that the learner would travel; a request without them is judged by `maxMiles`. */
  maxMinutes: z.number().int().optional(),
  /**
   * Most miles in a straight line. The limit of a request that version 0.2.0 or earlier stored; later versions derive it
   * from the minutes, so that the earlier ones can read the request.
   */
  maxMiles: z.number().int(),
  remoteAcceptable: z.boolean(),
  employerSupport: z.boolean(),
  nmpLeadName: z.string().optional(),
  nmpLeadEmail: z.string().optional(),
  conflicts: z.array(conflictSchema),
  ownDpp: z.enum(['none', 'asked-and-cannot', 'not-asked']),
  canOffer: z.string().optional(),
  /** Reason why one person should exceptionally be both assessor and supervisor. Only for nurses and midwives. */
  onePersonReason: z.string().optional(),
  /** Hours provided by spoke supervisors at other sites; 0 for none. Only for a learning hub. */
  spokeHours: quarterHours(),
  /** Supervised hours that were done before the request was made. Only for a learner who is already on the course. */
  hoursDone: quarterHours().exactOptional(),
  /** Reason why the first DPP is gone. Only for a learner who is already on the course. */
  lostDpp: z.enum(lostDppReasons).exactOptional(),
  /** The foundation trainee’s designated supervisor, who may be the DPP too and is never matched. */
  designatedSupervisorName: z.string().exactOptional(),
  designatedSupervisorEmail: z.string().exactOptional(),
  /** Part of the foundation year that the trainee spends in another sector, in whole weeks. */
  rotation: z
    .strictObject({ site: siteSchema, setting: settingSchema, weeks: z.number().int() })
    .exactOptional(),
});
export type AskForSupervision = z.infer<typeof askForSupervisionSchema>;

/**
 * One learner of a list for whom an employer asks together with others: the part of a request that differs from
 * learner to learner.
 */
export const listedLearnerSchema = askForSupervisionSchema.omit({
  requestedBy: true,
  requesterName: true,
  email: true,
  learners: true,
  organisation: true,
  employerSupport: true,
  nmpLeadName: true,
  nmpLeadEmail: true,
  conflicts: true,
  ownDpp: true,
  canOffer: true,
});
export type ListedLearner = z.infer<typeof listedLearnerSchema>;

/** What became of the question to the named lead whether they support the request. */
export const supportSchema = z.strictObject({
  /** Since when the request waits. */
  since: instantSchema,
  /** Time at which the lead named now was asked; absent if nobody is named. */
  askedAt: instantSchema.optional(),
  /** Time of the change since which the request waits again; absent if it waits for the first time. */
  againSince: instantSchema.exactOptional(),
  /** The answer of the lead whom the request names; another lead is asked anew. */
  answer: z
    .strictObject({
      says: z.enum(['supports', 'does-not-support']),
      at: instantSchema,
      /** Whether the answer opens the request; if not, why it does not count. */
      counts: z.boolean(),
      because: z.string().optional(),
    })
    .optional(),
});
export type Support = z.infer<typeof supportSchema>;

/** A decision of the programme team about a request, with its reason. */
export const teamDecisionSchema = z.strictObject({ by: z.string(), why: z.string(), at: instantSchema });

export const requestSchema = askForSupervisionSchema.extend({
  id: z.string(),
  version: z.number().int(),
  state: requestStateSchema.exclude(['erased']),
  seats: z.array(seatSchema),
  exclusions: z.array(exclusionSchema).max(3),
  consent: consentSchema,
  createdAt: instantSchema,
  /**
   * Time at which the address was confirmed. An unconfirmed request that has it was not opened, because the learner had
   * asked before: see `isHeldBack`.
   */
  confirmedAt: instantSchema.optional(),
  support: supportSchema.optional(),
  /** The learners of a list, until the request opens and each has a request of their own. */
  listed: z.array(listedLearnerSchema).exactOptional(),
  /** Place among the requests that were made of one form for several learners; absent if it was for one. */
  group: z
    .strictObject({ firstId: z.string(), learner: z.number().int(), learners: z.number().int() })
    .exactOptional(),
  /** Another address of the requester, which becomes theirs when they confirm it. */
  newEmail: z.string().optional(),
  /** Why the programme team opened or refused the request. */
  decision: teamDecisionSchema.optional(),
  /**
   * What the programme team decided about ties that names leave unclear, by practitioner; the last decision about one
   * holds.
   */
  tieDecisions: z
    .array(
      z.strictObject({
        practitionerId: z.string(),
        is: z.enum(['upheld', 'cleared']),
        /** Result of comparing names and addresses, at the time of the decision; absent in rows before 0.4.0. */
        about: z.enum(['same', 'unclear']).exactOptional(),
        by: z.string(),
        at: instantSchema,
      }),
    )
    .exactOptional(),
  /** Ids of the practitioners about whom the programme team was asked whether there is a tie. */
  tiesAsked: z.array(z.string()).exactOptional(),
  /**
   * Only in the snapshot of a round, which has no names: ids of the practitioners with whom a tie is unclear.
   */
  unclearTies: z.array(z.string()).exactOptional(),
  /** Time at which a filled seat became vacant again. Such requests have priority. */
  reopenedAt: instantSchema.optional(),
  /** Time since which e-mails to the requester are not delivered. */
  unreachableSince: instantSchema.exactOptional(),
  /** Time at which the requester last changed answers after the request was opened. */
  changedAt: instantSchema.exactOptional(),
  withdrawal: withdrawalSchema.exactOptional(),
  updatedAt: instantSchema,
});

/**
 * Lists the fields that an erased request keeps: ids, dates and the facts that figures may count. A field that is not
 * listed is erased, so that a new field is not kept by mistake.
 */
export const erasedRequestSchema = requestSchema
  .pick({
    id: true,
    version: true,
    requestedBy: true,
    profession: true,
    learnerType: true,
    leadArea: true,
    areas: true,
    setting: true,
    kind: true,
    university: true,
    courseStart: true,
    courseEnd: true,
    applicationsClose: true,
    signOffNeededBy: true,
    hours: true,
    namedDppHours: true,
    days: true,
    maxMinutes: true,
    maxMiles: true,
    remoteAcceptable: true,
    employerSupport: true,
    ownDpp: true,
    spokeHours: true,
    hoursDone: true,
    lostDpp: true,
    seats: true,
    consent: true,
    createdAt: true,
    confirmedAt: true,
    reopenedAt: true,
    updatedAt: true,
  })
  .extend({ state: z.literal('erased') });

export const storedRequestSchema = z.discriminatedUnion('state', [requestSchema, erasedRequestSchema]);

/** A request for supervision, with its seats. */
export type SupervisionRequest = z.infer<typeof requestSchema>;
/**
 * The remaining data of an erased request. Its row also has a placeholder in each field that version 0.1.0
 * requires; the schema names none of these fields, so that no code uses them.
 */
export type ErasedRequest = z.infer<typeof erasedRequestSchema>;
export type StoredRequest = SupervisionRequest | ErasedRequest;

type PresentState = SupervisionRequest['state'];
/** A request that is in one of the given states. */
export type RequestIn<State extends PresentState> = SupervisionRequest & { readonly state: State };

/** Narrows a request to one of some states. */
export const isRequestIn =
  <State extends PresentState>(...states: readonly State[]) =>
  (request: SupervisionRequest): request is RequestIn<State> =>
    states.some((state) => state === request.state);

/** Whether a request is not opened although its address is confirmed, because its learner has another request. */
export const isHeldBack = ({
  state,
  confirmedAt,
}: Pick<SupervisionRequest, 'state' | 'confirmedAt'>): boolean =>
  state === 'unconfirmed' && confirmedAt !== undefined;

/** Whether a request that has ended was never opened, so that nobody was asked to supervise. */
export const wasNeverOpened = ({ seats, support }: Pick<SupervisionRequest, 'seats' | 'support'>): boolean =>
  support !== undefined && seats.length === 0;

/** Days of the supervision that are left on a day: from that day, or from the start if it is later. */
export const periodLeft = (
  request: Pick<SupervisionRequest, 'courseStart' | 'courseEnd'>,
  today: Day,
): Period => ({
  from: request.courseStart > today ? request.courseStart : today,
  to: request.courseEnd,
});

/** First and last day of the supervision. */
export const periodOf = (request: Pick<SupervisionRequest, 'courseStart' | 'courseEnd'>) => ({
  from: request.courseStart,
  to: request.courseEnd,
});
