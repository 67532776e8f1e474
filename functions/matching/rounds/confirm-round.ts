import { confirmedRound, confirmingRound } from '../../../shared/rounds/round-moves.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { contextWithoutHistory, type JudgeContext } from '../../../shared/matching/query/seat-query.ts';
import { medianPrices } from '../../../shared/rounds/pressure-prices.ts';
import type { SeatAssignment } from '../../../shared/rounds/round-plan.ts';
import type { RoundPolicy } from '../../../shared/rounds/round-policy.ts';
import { type Misfit, misfitsOf } from '../../../shared/rounds/misfits.ts';
import { makeSeatOffer } from '../seats/make-seat-offer.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { readManyNouns } from '../../store/read-many-nouns.ts';
import { planDocuments } from '../../store/plan-documents.ts';
import type { RoundDeps } from './round-deps.ts';

export type ConfirmRefusal =
  | 'round-unknown'
  | 'round-not-open-for-that'
  | 'round-without-plan'
  | 'busy'
  | { readonly doesNotFit: readonly Misfit[] };

export interface Confirming {
  readonly round: Round;
  /** Number of seats handled so far; the position at which the next call starts. */
  readonly done: number;
  /** Number of seats in the plan. */
  readonly of: number;
  /** Offers made by this call. */
  readonly offersMade: number;
  /** Seats for which no offer could be made because something had changed. They are planned again in the follow-up. */
  readonly notMade: readonly { readonly seatId: string; readonly reason: string }[];
}

/** Maximum number of offers per call, so that each call ends within seconds and progress can be shown. */
const OFFERS_A_CALL = 25;
/** Number of recent rounds whose prices are kept. */
const RECENT_ROUNDS = 5;

/**
 * Derives an offer's id from the round, its wave and the seat, so that a seat gets at most one offer in a wave.
 */
const offerIdOf = ({ id, wave }: Round, { seatId }: SeatAssignment): string => `${id}-${wave}-${seatId}`;

/**
 * Makes the offers of a plan. Commits each offer on its own, together with its e-mail. An offer holds a place with
 * the practitioner. If requests or practitioners have changed so that the plan can no longer be carried out, refuses
 * and says what has changed. Idempotent: after an interruption, another call makes only the missing offers.
 */
export const confirmRound = ({ system, table, clock, chance, log }: RoundDeps) => {
  const rounds = roundRepository(table);
  const documents = planDocuments(table);

  const begin = async (
    round: Round,
    assignments: readonly SeatAssignment[],
    policy: RoundPolicy,
    judge: JudgeContext,
    by: string,
  ): Promise<Result<Round, ConfirmRefusal>> => {
    const now = clock.now();
    const fresh = await readManyNouns(table, {
      requests: assignments.map(({ requestId }) => requestId),
      practitioners: assignments.map(({ practitionerId }) => practitionerId),
    });
    const misfits = misfitsOf(assignments, fresh, policy, londonDay(now), judge);
    if (misfits.length > 0) return refused({ doesNotFit: misfits });
    return decideAndCommit<Round | undefined, Round, ConfirmRefusal>({
      table,
      read: () => rounds.find(round.id),
      decide: (current) => {
        if (current === undefined) return refused('round-unknown');
        if (current.plan?.id !== round.plan?.id) return refused('round-not-open-for-that');
        if (current.state === 'confirming') return accepted({ value: current, changes: [] });
        const moved = confirmingRound(current, by, now);
        if (!moved.ok) return moved;
        return accepted({
          value: { ...moved.value, version: current.version + 1 },
          changes: [
            rounds.save(moved.value),
            ...teamDecisionRows(`round#${round.id}`, now, chance.id(), { by }, 'round-confirmed', {
              plan: round.plan?.id ?? '',
            }),
          ],
        });
      },
    });
  };

  /**
   * Confirms the round after its last offer, and stores its prices, which are later used to rank practitioners for
   * single seats.
   */
  const finish = (round: Round, made: number, prices: Readonly<Record<string, number>>) => {
    const now = clock.now();
    return decideAndCommit<
      { readonly current: Round | undefined; readonly pressure: Awaited<ReturnType<typeof rounds.pressure>> },
      Round,
      ConfirmRefusal
    >({
      table,
      read: async () => {
        const [current, pressure] = await Promise.all([rounds.find(round.id), rounds.pressure()]);
        return { current, pressure };
      },
      decide: ({ current, pressure }) => {
        if (current === undefined) return refused('round-unknown');
        if (current.state === 'confirmed') return accepted({ value: current, changes: [] });
        const moved = confirmedRound(current, made, now);
        if (!moved.ok) return moved;
        const recent = [
          { id: round.id, prices: { ...prices } },
          ...pressure.rounds.filter(({ id }) => id !== round.id),
        ].slice(0, RECENT_ROUNDS);
        const remembered = {
          ...pressure,
          rounds: recent,
          prices: medianPrices(recent.map((one) => one.prices)),
        };
        return accepted({
          value: { ...moved.value, version: current.version + 1 },
          changes: [
            rounds.save(moved.value),
            // Does not save the prices of a follow-up, because they are distorted by the assignments that it keeps.
            ...(current.wave === 0 ? [rounds.savePressure(remembered)] : []),
          ],
        });
      },
    });
  };

  /** @param from the number of seats that earlier calls handled */
  return async (id: string, by: string, from: number): Promise<Result<Confirming, ConfirmRefusal>> => {
    const found = await rounds.find(id);
    if (found === undefined) return refused('round-unknown');
    if (found.plan?.summary === undefined) return refused('round-without-plan');
    const [{ snapshot, policy }, plan] = await Promise.all([
      documents.input(found, found.plan),
      documents.result(found, found.plan),
    ]);
    const fresh = plan.assignments.filter(({ kept }) => !kept);
    const whole = { of: fresh.length, notMade: [] };
    if (found.state === 'confirmed')
      return accepted({ ...whole, round: found, done: fresh.length, offersMade: 0 });
    const judge = { ...contextWithoutHistory(system), balances: snapshot.balances };
    const begun =
      found.state === 'confirming' ? accepted(found) : await begin(found, fresh, policy, judge, by);
    if (!begun.ok) return begun;

    const round = begun.value;
    const done = Math.min(from + OFFERS_A_CALL, fresh.length);
    const isLast = done === fresh.length;
    // Uses the caller's position only to divide the seats between calls. The last call tries every seat that
    // has no offer yet.
    const turn = isLast ? fresh : fresh.slice(from, done);
    const offer = (assignment: SeatAssignment) =>
      makeSeatOffer({ system, table, chance, policy: policy.pairs })(
        {
          requestId: assignment.requestId,
          seatId: assignment.seatId,
          practitionerId: assignment.practitionerId,
          rank: assignment.rank,
          eligibleCount: assignment.of,
          extra: assignment.contributions.filter(({ criterion }) => criterion === 'team'),
          round: { roundId: round.id, offerId: offerIdOf(round, assignment) },
        },
        judge,
        clock.now(),
      );
    const madeBefore = (await readManyNouns(table, { offers: turn.map((one) => offerIdOf(round, one)) }))
      .offers;
    const notMade: { seatId: string; reason: string }[] = [];
    let offersMade = 0;
    for (const assignment of turn) {
      if (madeBefore.has(offerIdOf(round, assignment))) continue;
      const made = await offer(assignment);
      if (made.ok) offersMade += 1;
      else notMade.push({ seatId: assignment.seatId, reason: made.refusal });
    }
    log.event('round-offers-made', { roundId: round.id, count: offersMade });
    if (!isLast) return accepted({ round, done, of: fresh.length, offersMade, notMade });
    const all = (await readManyNouns(table, { offers: fresh.map((one) => offerIdOf(round, one)) })).offers
      .size;
    const finished = await finish(round, all, plan.pressure);
    return finished.ok
      ? accepted({ round: finished.value, done, of: fresh.length, offersMade, notMade })
      : finished;
  };
};
