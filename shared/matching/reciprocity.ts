import type { LedgerEntry } from '../matches/ledger.ts';
import { employerRefOf } from '../people/employer-ref-of.ts';
import { addDays, type Day, daysBetween, londonDay } from '../kernel/time.ts';
import { balanceKey, type JudgeContext } from './query/seat-query.ts';
import type { Policy } from './policy.ts';

/** Hours of one learner that one employer hosted for another; negative if they were taken back. */
export interface Exchange {
  readonly host: ReturnType<typeof employerRefOf>;
  readonly home: ReturnType<typeof employerRefOf>;
  readonly requestId: string;
  readonly hours: number;
  readonly since: string;
}

/**
 * Reads the exchanges between employers from ledger entries. Takes each exchange once, although both organisations have an
 * entry for it.
 */
export const exchangesIn = (entries: readonly LedgerEntry[]): readonly Exchange[] => {
  const seen = new Map<string, Exchange>();
  for (const { id, side, organisation, counterpart, requestId, hours, seatHours, since } of entries) {
    const [own, other] = [employerRefOf(organisation), employerRefOf(counterpart)];
    const [host, home] = side === 'placed-with' ? [other, own] : [own, other];
    seen.set(id.slice(0, -side.length), { host, home, requestId, hours: seatHours ?? hours, since });
  }
  return [...seen.values()];
};

/** The numbers that decide for how long, and how strongly, learners hosted in the past count. */
type HostingPolicy = Pick<Policy, 'halfLifeDays' | 'forgottenAfter' | 'learnerHours' | 'reciprocityCap'>;

/** Weight of an entry written today: large enough that faded weights are still whole numbers. */
const WHOLE = 1024;

/**
 * The part of a credit that is left after some days, in 1,024ths. It halves with each half-life, falls evenly
 * in between, and is 0 once the credit is forgotten. Whole numbers, so that every machine computes the same.
 */
export const creditLeft = (days: number, { halfLifeDays, forgottenAfter }: HostingPolicy): number => {
  const life = halfLifeDays.value;
  const age = Math.max(0, days);
  const halvings = Math.floor(age / life);
  if (halvings >= forgottenAfter.value) return 0;
  return Math.floor(((WHOLE >> halvings) * (2 * life - (age % life))) / (2 * life));
};

/** Returns the first day whose ledger entries still count. */
export const rememberedFrom = (today: Day, policy: HostingPolicy): Day =>
  addDays(today, -policy.halfLifeDays.value * policy.forgottenAfter.value);

/**
 * Computes the balances between employers on a day: `balanceKey(home, host)` → number of learners that
 * `home` hosted for `host`, minus those that `host` hosted for `home`. Learners of long ago count less, and
 * the result is rounded and capped. Each pair has both keys, with opposite signs; a pair whose balance is 0 has no keys.
 */
export const balances = (
  entries: readonly LedgerEntry[],
  today: Day,
  policy: HostingPolicy,
): JudgeContext['balances'] => {
  const credits = new Map<string, { readonly a: string; readonly b: string; credit: number }>();
  for (const { host, home, hours, since } of exchangesIn(entries)) {
    if (host.id === home.id) continue;
    const [a, b] = host.id < home.id ? [host.id, home.id] : [home.id, host.id];
    const weight = creditLeft(daysBetween(londonDay(since), today), policy);
    const pair = credits.get(balanceKey(a, b)) ?? { a, b, credit: 0 };
    pair.credit += hours * weight * (host.id === a ? 1 : -1);
    credits.set(balanceKey(a, b), pair);
  }
  const learner = policy.learnerHours.value * WHOLE;
  return Object.fromEntries(
    [...credits.values()].flatMap(({ a, b, credit }) => {
      const learners = Math.min(
        policy.reciprocityCap.value,
        Math.floor((2 * Math.abs(credit) + learner) / (2 * learner)),
      );
      const owed = credit < 0 ? -learners : learners;
      return owed === 0
        ? []
        : [
            [balanceKey(a, b), owed],
            [balanceKey(b, a), -owed],
          ];
    }),
  );
};
