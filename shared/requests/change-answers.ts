import type { DeclaredConflict } from './declared-conflict.ts';
import { type AskForSupervision, askForSupervisionSchema, type SupervisionRequest } from './request.ts';
import type { Instant } from '../kernel/time.ts';

type Field = keyof AskForSupervision;

/** Answers that have ways of their own to change: the address is confirmed, and learners are counted. */
const keptFields = ['requestedBy', 'email', 'learners'] as const satisfies readonly Field[];

/** Facts that a lead reads before they support a request. */
const supportedFields: readonly Field[] = [
  'learnerName',
  'registrationNumber',
  'profession',
  'learnerType',
  'organisation',
  'leadArea',
  'hours',
  'courseStart',
  'courseEnd',
  'signOffNeededBy',
];

/** By what a learner is recognised, or counted with their employer. */
const identityFields: readonly Field[] = ['registrationNumber', 'profession', 'organisation'];

/** Answers to which a DPP has agreed, apart from the dates, which move with their consent. */
export const agreedFields: readonly Field[] = [
  'profession',
  'learnerType',
  'registrationNumber',
  'organisation',
  'leadArea',
  'university',
  'hours',
  'namedDppHours',
  'spokeHours',
  'onePersonReason',
];

/** Answers that a DPP who is asked does not see. */
const unseenFields: readonly Field[] = [
  'maxMinutes',
  'conflicts',
  'nmpLeadName',
  'nmpLeadEmail',
  'ownDpp',
  'applicationsClose',
];

const isSameTie = (one: DeclaredConflict, other: DeclaredConflict): boolean =>
  one.kind === other.kind && one.name === other.name && one.address === other.address;

/** Keeps what the team decided about a tie that is declared still, and what DPPs declared themselves. */
const tiesAfter = (
  before: readonly DeclaredConflict[],
  now: readonly DeclaredConflict[],
): DeclaredConflict[] => [
  ...now.map((tie) => before.find((one) => one.practitionerId === undefined && isSameTie(one, tie)) ?? tie),
  ...before.filter(({ practitionerId }) => practitionerId !== undefined),
];

const fields = Object.keys(askForSupervisionSchema.shape).filter((name): name is Field =>
  Object.hasOwn(askForSupervisionSchema.shape, name),
);

const answersIn = (request: AskForSupervision): readonly Field[] =>
  fields.filter((field) => !keptFields.some((kept) => kept === field) && request[field] !== undefined);

/**
 * Puts new answers into a request. It keeps its id, its place in the queue, its seats, its address and the learners for
 * whom it asks.
 */
export const withAnswers = (
  request: SupervisionRequest,
  ask: AskForSupervision,
  now: Instant,
): SupervisionRequest => {
  const { requestedBy, email } = request;
  const rest = { ...request };
  for (const field of answersIn(request)) if (ask[field] === undefined) Reflect.deleteProperty(rest, field);
  const { learners, ...answers } = ask;
  return {
    ...rest,
    ...answers,
    requestedBy,
    email,
    conflicts: tiesAfter(request.conflicts, ask.conflicts),
    updatedAt: now,
  };
};

/** Fields of the form that differ between two requests. The miles only follow the minutes. */
const changedFields = (before: AskForSupervision, after: AskForSupervision): readonly Field[] =>
  fields.filter(
    (field) => field !== 'maxMiles' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );

/** Consequences of changed answers for the people concerned. */
export interface AnswersChanged {
  /** Names of the changed fields: codes, for the audit. */
  readonly fields: readonly string[];
  /** Whether it goes beyond what a lead supported. */
  readonly needsSupport: boolean;
  /** Whether the learner is recognised, or counted, in another way. */
  readonly ofIdentity: boolean;
  /** Whether it concerns what a DPP who has agreed agreed to, apart from the dates. */
  readonly ofAgreement: boolean;
  /** Whether first or last day of the supervision are others. */
  readonly ofDates: boolean;
  /** Whether a DPP who is asked would read something else. */
  readonly isSeen: boolean;
  readonly ofLead: boolean;
}

/** Compares the answers of a request before and after a change. */
export const answersChanged = (before: AskForSupervision, after: AskForSupervision): AnswersChanged => {
  const changed = changedFields(before, after);
  const touches = (some: readonly Field[]): boolean => changed.some((field) => some.includes(field));
  return {
    fields: changed,
    needsSupport: touches(supportedFields),
    ofIdentity: touches(identityFields),
    ofAgreement: touches(agreedFields),
    ofDates: touches(['courseStart', 'courseEnd']),
    isSeen: changed.some((field) => !unseenFields.includes(field)),
    ofLead: touches(['nmpLeadName', 'nmpLeadEmail']),
  };
};
