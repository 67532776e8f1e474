import type { LedgerEntry } from '../matches/ledger.ts';
import { addDays, type Day, daysBetween, londonDay } from '../kernel/time.ts';
import { balanceKey, type JudgeContext } from './query/seat-query.ts';
import { type GiveAndTakePolicy, giveAndTakePolicy } from './policy.ts';

/** A learner's hours that one organisation gave to another; below 0 where they were taken back. */
export interface Exchange {
  readonly host: LedgerEntry['organisation'];
  readonly home: LedgerEntry['organisation'];
  readonly requestId: string;
  readonly hours: number;
  readonly since: string;
}

/** Lines of one book or of many → what happened, once each: the line of the other side says the same. */
export const exchangesIn = (entries: readonly LedgerEntry[]): readonly Exchange[] => {
  const seen = new Map<string, Exchange>();
  for (const { id, side, organisation, counterpart, requestId, hours, since } of entries) {
    const [host, home] = side === 'placed-with' ? [counterpart, organisation] : [organisation, counterpart];
    seen.set(id.slice(0, -side.length), { host, home, requestId, hours, since });
  }
  return [...seen.values()];
};

/** What a line written today weighs: enough that a fading one still is a whole number. */
const WHOLE = 1024;

/**
 * What is left of a credit after so many days, in parts of 1,024: half after each half-life, in a straight line between
 * halvings, nothing once it is forgotten. Whole numbers, so that every machine agrees.
 */
export const creditLeft = (days: number, { halfLifeDays, forgottenAfter }: GiveAndTakePolicy): number => {
  const life = halfLifeDays.value;
  const age = Math.max(0, days);
  const halvings = Math.floor(age / life);
  if (halvings >= forgottenAfter.value) return 0;
  return Math.floor(((WHOLE >> halvings) * (2 * life - (age % life))) / (2 * life));
};

/** The day from which lines still count; what lies before is forgotten. */
export const rememberedFrom = (today: Day, policy: GiveAndTakePolicy = giveAndTakePolicy): Day =>
  addDays(today, -policy.halfLifeDays.value * policy.forgottenAfter.value);

/**
 * Give and take between organisations as it counts on a day: `balanceKey(home, host)` → learners that the home
 * organisation hosted for the host beyond what it got back, faded, rounded, and never beyond `most` either way. What
 * one is owed the other owes. Pairs that are even are left out.
 */
export const balances = (
  entries: readonly LedgerEntry[],
  today: Day,
  most: number,
  policy: GiveAndTakePolicy = giveAndTakePolicy,
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
      const learners = Math.min(most, Math.floor((2 * Math.abs(credit) + learner) / (2 * learner)));
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
