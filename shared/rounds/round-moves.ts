import { next } from '../kernel/state-machine.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { type Round, type RoundEvent, roundMachine, type RoundPlanRef, type RoundSummary } from './round.ts';
import { addDays, addHours, type Day, type Instant, londonDay } from '../kernel/time.ts';

export type RoundRefusal = 'round-not-open-for-that' | 'round-without-plan';

/** A learner whose DPP has to be named sooner than this is not kept waiting for a round, in days. */
export const TOO_URGENT_TO_HOLD_DAYS = 21;
/** How long a confirmed round's learners are kept for its follow-ups: two answers of five working days each. */
const HELD_AFTER_CONFIRMING_HOURS = 16 * 24;

type Moved = Result<Round, RoundRefusal>;

const moved = (round: Round, event: RoundEvent, now: Instant, changes: Partial<Round> = {}): Moved => {
  const state = next(roundMachine, round.state, event);
  return state === undefined
    ? refused('round-not-open-for-that')
    : accepted({ ...round, ...changes, state, updatedAt: now });
};

/** Requests and DPPs were read: the plan's parts are filed under `plan.id`. Of a confirmed round: its follow-up. */
export const takeSnapshot = (round: Round, plan: RoundPlanRef, now: Instant): Moved =>
  moved(round, 'snapshot', now, {
    plan,
    wave: round.state === 'confirmed' ? round.wave + 1 : round.wave,
    firstSnapshotAt: round.confirmedAt === undefined ? plan.at : (round.firstSnapshotAt ?? plan.at),
  });

/** The best allocation was found and stored. */
export const solveRound = (round: Round, summary: RoundSummary, now: Instant): Moved =>
  round.plan === undefined
    ? refused('round-without-plan')
    : moved(round, 'solve', now, { plan: { ...round.plan, summary } });

/** The team wants the plan's offers made. */
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

/** Every offer of the plan was made, or could not be. */
export const completeRound = (round: Round, made: number, now: Instant): Moved =>
  moved(round, 'complete', now, { offersMade: round.offersMade + made });

/** Nothing more comes from this round: whoever has no place is matched one by one again. */
export const endedRound = (round: Round, now: Instant): Moved =>
  moved(round, round.confirmedAt === undefined ? 'abandon' : 'close', now);

/** Once offers are made anybody may check the draw. Revealing twice is once. */
export const revealSeed = (round: Round, now: Instant): Moved =>
  round.confirmedAt === undefined
    ? refused('round-not-open-for-that')
    : accepted({ ...round, revealedAt: round.revealedAt ?? now });

/** Whether a request belongs to the learners whom a round is for. */
export const isInWindow = (
  { startsFrom, startsTo, place }: Pick<Round, 'startsFrom' | 'startsTo' | 'place'>,
  request: Pick<SupervisionRequest, 'courseStart' | 'site'>,
): boolean =>
  startsFrom <= request.courseStart &&
  request.courseStart <= startsTo &&
  (place === undefined || request.site.place === place);

/** Since when a learner waits. */
export const waitsSince = ({
  confirmedAt,
  createdAt,
}: Pick<SupervisionRequest, 'confirmedAt' | 'createdAt'>): Instant => confirmedAt ?? createdAt;

const ended: ReadonlySet<Round['state']> = new Set(['closed', 'abandoned']);

/**
 * Whether a round keeps a request from being matched on its own: it gathers, is being planned, or its follow-ups are
 * still to come. Not for ever (`heldUntil`), not when time is short, and not who asked after a round was confirmed.
 */
export const holdsBack = (round: Round, request: SupervisionRequest, now: Instant): boolean => {
  if (ended.has(round.state) || now >= round.heldUntil || !isInWindow(round, request)) return false;
  if (round.confirmedAt !== undefined && waitsSince(request) > (round.firstSnapshotAt ?? round.confirmedAt))
    return false;
  const soonest: Day = addDays(londonDay(now), TOO_URGENT_TO_HOLD_DAYS);
  return request.signOffNeededBy >= soonest;
};
