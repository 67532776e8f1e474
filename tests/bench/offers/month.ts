import { decideOffer } from '../../../functions/matching/offers/decide-offer.ts';
import { lapseOffers } from '../../../functions/matching/offers/lapse-offers.ts';
import { takeBackOffers } from '../../../functions/matching/offers/take-back-offers.ts';
import { matchSeats } from '../../../functions/matching/seats/match-seats.ts';
import { supplyOfRows } from '../../../functions/matching/seats/matching-supply.ts';
import { offerRepository } from '../../../functions/store/repositories/offer-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { addDays, addHours, epochOf, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { policy } from '../../../shared/matching/policy.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { aPractitioner, aRequest } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { noContext } from '../../support/no-context.ts';
import { withoutOfferLimits } from '../../support/without-offer-limits.ts';
import { type Dice, diceOf } from '../../simulation/dice.ts';

/** The people of a simulated month. */
export interface People {
  /** Places of each DPP. */
  readonly places: readonly number[];
  /** Share of the DPPs who never answer. */
  readonly silent: number;
  /** The day of the month on which each learner asks. */
  readonly asksOn: readonly number[];
}

export interface MonthFigures {
  readonly learners: number;
  readonly matched: number;
  readonly offers: number;
  readonly lapsed: number;
  /** Offers withdrawn because the place went to another learner. */
  readonly withdrawn: number;
  /** Most offers that one DPP left without an answer. */
  readonly mostUnanswered: number;
  /** Days that learners waited for offers that lapsed or were withdrawn. */
  readonly daysInVain: number;
  /** Days from asking to an agreement, or to the end of the month. */
  readonly daysWaited: number;
}

const START = '2026-11-02T08:00:00.000Z';
const DAYS = 30;
const STEP_HOURS = 2;
const quiet = { event: () => undefined, surprise: () => undefined };
const daysBetween = (from: Instant, to: Instant): number => (epochOf(to) - epochOf(from)) / 86_400_000;

/** When and how a DPP answers an offer: within five days, and seven of ten accept. */
const answerOf = (dice: Dice, { madeAt }: Offer) => ({
  at: addHours(madeAt, 2 + dice.below(118)),
  accepts: dice.happens(0.7),
});

/**
 * Simulates a month with the real use cases: every two hours, learners ask, DPPs answer, offers lapse and seats are matched.
 * @param limited whether matching keeps the rules about live offers; if not, it forgets them as before
 */
export const simulateMonth = async (
  seed: number,
  { places, silent, asksOn }: People,
  limited: boolean,
): Promise<MonthFigures> => {
  let now: Instant = START;
  let ids = 0;
  const table = memoryTable();
  const clock = { now: () => now };
  const chance = { id: () => `id${String((ids += 1))}` };
  const deps = { system: kentAndMedway, table, clock, chance, log: quiet };
  const [practitioners, requests, offers] = [
    practitionerRepository(table),
    requestRepository(table),
    offerRepository(table),
  ];
  const seen = limited ? table : withoutOfferLimits(table, { places: true, silence: true });
  const match = matchSeats({
    ...deps,
    table: seen,
    policy,
    supply: supplyOfRows({ table: seen, clock, memory: () => Promise.resolve(noContext) }),
  });
  const lapse = lapseOffers(deps);
  const withdraw = takeBackOffers(deps);
  const decide = decideOffer(deps);
  const isSilent = places.map((_, number) => diceOf(seed, 1, number).happens(silent));
  for (const [number, placesOffered] of places.entries())
    await table.commit([
      practitioners.save(
        aPractitioner({
          id: `dpp${String(number)}`,
          version: 0,
          name: `Dana Example${String(number)}`,
          email: `d${String(number)}@dpp.example`,
          registrationNumber: String(2_012_000 + number),
          placesOffered,
          hoursPerWeek: 30,
          confirmedAt: START,
        }),
      ),
    ]);

  const waiting = asksOn.map((day, number) => ({ number, at: addHours(START, 24 * day) }));
  const asked = new Map<string, Instant>();
  const known = new Map<string, ReturnType<typeof answerOf>>();
  for (let hour = 0; hour < DAYS * 24; hour += STEP_HOURS) {
    now = addHours(START, hour);
    while (waiting[0] !== undefined && waiting[0].at <= now) {
      const { number } = waiting.shift()!;
      const start = addDays(londonDay(START), 60);
      const request: SupervisionRequest = aRequest({
        id: `req${String(number)}`,
        version: 0,
        requesterName: `Lee Learner${String(number)}`,
        email: `l${String(number)}@learner.example`,
        registrationNumber: String(2_054_000 + number),
        courseStart: start,
        courseEnd: addDays(start, 180),
        applicationsClose: addDays(start, -5),
        signOffNeededBy: addDays(start, -10),
        createdAt: now,
        updatedAt: now,
      });
      const seats = request.seats.map((seat) => ({ ...seat, id: `${request.id}-1` }));
      await table.commit([requests.save({ ...request, seats })]);
      asked.set(request.id, now);
    }
    for (const offer of await offers.pending()) {
      if (isSilent[Number(offer.practitionerId.slice(3))] === true) continue;
      const answer = known.get(offer.id) ?? answerOf(diceOf(seed, 2, known.size), offer);
      known.set(offer.id, answer);
      if (answer.at > now) continue;
      await decide(
        offer.id,
        answer.accepts
          ? { decision: 'accept', conflicts: [], backUp: {} }
          : { decision: 'decline', reason: 'no-time' },
        now,
      );
    }
    await lapse();
    // Without the rules, offers beyond the places stay until somebody accepts: only an acceptance withdraws others.
    if (limited) await withdraw();
    await match();
  }

  const all = table.rows().flatMap((row) => (row['kind'] === 'offer' ? [row['noun'] as Offer] : []));
  const vain = all.filter(({ state }) => state === 'lapsed' || state === 'withdrawn');
  const unanswered = Map.groupBy(
    all.filter(({ state }) => state === 'lapsed'),
    ({ practitionerId }) => practitionerId,
  );
  const accepted = new Map(
    all.flatMap((offer) => (offer.state === 'accepted' ? [[offer.requestId, offer.decidedAt]] : [])),
  );
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  return {
    learners: asked.size,
    matched: accepted.size,
    offers: all.length,
    lapsed: vain.filter(({ state }) => state === 'lapsed').length,
    withdrawn: vain.filter(({ state }) => state === 'withdrawn').length,
    mostUnanswered: Math.max(0, ...[...unanswered.values()].map(({ length }) => length)),
    daysInVain: sum(
      vain.map((offer) => ('decidedAt' in offer ? daysBetween(offer.madeAt, offer.decidedAt) : 0)),
    ),
    daysWaited: sum(
      [...asked].map(([id, at]) => daysBetween(at, accepted.get(id) ?? addHours(START, 24 * DAYS))),
    ),
  };
};
