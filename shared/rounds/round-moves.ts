import { next } from '../kernel/state-machine.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { type Round, type RoundEvent, roundMachine, type RoundPlanRef, type RoundSummary } from './round.ts';
import { addDays, addHours, type Day, type Instant, londonDay } from '../kernel/time.ts';

export type RoundRefusal = 'round-not-open-for-that' | 'round-without-plan';

/** Requests whose sign-off date is fewer than this many days away are not held for a round. */
export const TOO_URGENT_TO_HOLD_DAYS = 21;
/**
 * Hours for which a confirmed round holds its learners back for follow-ups. This leaves time for two offers,
 * one after the other, with five working days to answer each.
 */
const HELD_AFTER_CONFIRMING_HOURS = 16 * 24;

type Moved = Result<Round, RoundRefusal>;

const moved = (round: Round, event: RoundEvent, now: Instant, changes: Partial<Round> = {}): Moved => {
  const state = next(roundMachine, round.state, event);
  return state === undefined
    ? refused('round-not-open-for-that')
    : accepted({ ...round, ...changes, state, updatedAt: now });
};

/**
 * Records a snapshot. Its parts are stored under `plan.id`. For a confirmed round, this starts a follow-up.
 */
export const planningRound = (round: Round, plan: RoundPlanRef, now: Instant): Moved =>
  moved(round, 'snapshot', now, {
    plan,
    wave: round.state === 'confirmed' ? round.wave + 1 : round.wave,
    firstSnapshotAt: round.confirmedAt === undefined ? plan.at : (round.firstSnapshotAt ?? plan.at),
  });

/** Records the solved plan. */
export const plannedRound = (round: Round, summary: RoundSummary, now: Instant): Moved =>
  round.plan === undefined
    ? refused('round-without-plan')
    : moved(round, 'solve', now, { plan: { ...round.plan, summary } });

/** Confirms the plan, so that its offers are made. */
export const confirmingRound = (round: Round, by: string, now: Instant): Moved => {
  const until = addHours(now, HELD_AFTER_CONFIRMING_HOURS);
  return moved(round, 'confirm', now, {
    confirmedAt: now,
    confirmedBy: by,
    firstPlan: round.firstPlan ?? round.plan?.id,
    confirmedPlan: round.plan?.id,
    heldUntil: until > round.heldUntil ? until : round.heldUntil,
  });
};

/** Records that the offers of the plan are done: each was either made or failed. */
export const confirmedRound = (round: Round, made: number, now: Instant): Moved =>
  moved(round, 'complete', now, { offersMade: round.offersMade + made });

/** Ends the round. Learners without a place return to individual matching. */
export const endedRound = (round: Round, now: Instant): Moved =>
  moved(round, round.confirmedAt === undefined ? 'abandon' : 'close', now);

/** Publishes the seed once offers are made, so that anybody can check the draw. Idempotent. */
export const revealedRound = (round: Round, now: Instant): Moved =>
  round.confirmedAt === undefined
    ? refused('round-not-open-for-that')
    : accepted({ ...round, revealedAt: round.revealedAt ?? now });

/** Whether a request belongs to a round's cohort. */
export const isInWindow = (
  { startsFrom, startsTo, place }: Pick<Round, 'startsFrom' | 'startsTo' | 'place'>,
  request: Pick<SupervisionRequest, 'courseStart' | 'site'>,
): boolean =>
  startsFrom <= request.courseStart &&
  request.courseStart <= startsTo &&
  (place === undefined || request.site.place === place);

/** Time at which a learner's waiting time began. */
export const waitsSince = ({
  confirmedAt,
  createdAt,
}: Pick<SupervisionRequest, 'confirmedAt' | 'createdAt'>): Instant => confirmedAt ?? createdAt;

const finalStates: ReadonlySet<Round['state']> = new Set(['closed', 'abandoned']);

/**
 * Whether a round holds a request of its cohort back from individual matching. It does so until the round
 * ends, or until `heldUntil` if that is earlier. It does not hold back urgent requests, or requests made
 * after the snapshot of a confirmed round.
 */
export const holdsBack = (round: Round, request: SupervisionRequest, now: Instant): boolean => {
  if (finalStates.has(round.state) || now >= round.heldUntil || !isInWindow(round, request)) return false;
  if (round.confirmedAt !== undefined && waitsSince(request) > (round.firstSnapshotAt ?? round.confirmedAt))
    return false;
  const soonest: Day = addDays(londonDay(now), TOO_URGENT_TO_HOLD_DAYS);
  return request.signOffNeededBy >= soonest;
};
