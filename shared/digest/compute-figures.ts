import type { LedgerEntry } from '../matches/ledger.ts';
import { declineReasons } from '../offers/offer.ts';
import { employerRefOf } from '../people/employer-ref-of.ts';
import { addDays, type Day, daysBetween, londonDay } from '../kernel/time.ts';
import { hostingBalances } from '../insights/hosting-balances.ts';
import { supplyAndDemand, type SupplyTally } from '../insights/supply-and-demand.ts';
import type { Exchange, Figures, Tally } from './figures.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import type { DigestNouns } from './digest-nouns.ts';
import { outlookOf } from './outlook.ts';
import type { DigestScope } from './scope.ts';
import { PAST_SIGN_OFF_DAYS, WEEK_DAYS } from './what-counts.ts';

const SOON_DAYS = 56;
const YEAR_DAYS = 365;

/** Leaves out headings that have neither places nor waiting learners. */
const tallies = (counted: readonly SupplyTally[]): Tally[] =>
  counted
    .filter(({ offered, waiting }) => offered > 0 || waiting > 0)
    .map(({ id, offered, taken, free, waiting }) => ({ id, offered, taken, free, waiting }));

const employerIdOf = ({ organisationId, employerId }: Extract<DigestScope, { kind: 'organisation' }>) =>
  employerId ?? organisationId;

/**
 * For each employer, counts the learners of other organisations whom it hosts, and its own learners whom
 * other organisations host. The organisations with the most such learners come first.
 */
const exchangesOf = (ledger: readonly LedgerEntry[], scope: DigestScope): Exchange[] =>
  hostingBalances(ledger)
    .filter(
      ({ organisationId, hosted, placed }) =>
        hosted + placed > 0 && (scope.kind !== 'organisation' || organisationId === employerIdOf(scope)),
    )
    .map(({ name, hosted, placed }) => ({ organisation: name, hosted, placed }))
    .toSorted(
      (a, b) => b.hosted + b.placed - (a.hosted + a.placed) || a.organisation.localeCompare(b.organisation),
    );

const inScope = (scope: DigestScope, nouns: DigestNouns): DigestNouns => {
  switch (scope.kind) {
    case 'system':
      return nouns;
    case 'place': {
      const requests = nouns.requests.filter(({ site }) => site.place === scope.place);
      const practitioners = nouns.practitioners.filter(({ sites }) => sites[0]?.place === scope.place);
      return {
        requests,
        practitioners,
        declined: nouns.declined.filter(({ practitionerId }) =>
          practitioners.some(({ id }) => id === practitionerId),
        ),
        matches: nouns.matches.filter(
          ({ homePlace, hostPlace }) => homePlace === scope.place || hostPlace === scope.place,
        ),
        ledger: nouns.ledger.filter(
          ({ homePlace, hostPlace }) => homePlace === scope.place || hostPlace === scope.place,
        ),
      };
    }
    case 'organisation': {
      const own = ({ organisation }: { readonly organisation: { readonly id: string } }) =>
        organisation.id === scope.organisationId;
      const practitioners = nouns.practitioners.filter(own);
      return {
        requests: nouns.requests.filter(own),
        practitioners,
        declined: nouns.declined.filter(({ practitionerId }) =>
          practitioners.some(({ id }) => id === practitionerId),
        ),
        matches: nouns.matches.filter(
          ({ home, host }) => home.id === scope.organisationId || host.id === scope.organisationId,
        ),
        ledger: nouns.ledger.filter(
          ({ organisation, counterpart }) =>
            employerRefOf(organisation).id === employerIdOf(scope) ||
            employerRefOf(counterpart).id === employerIdOf(scope),
        ),
      };
    }
  }
};

/** Computes what each digest counts among its own people. */
const figuresOf = (scope: DigestScope, all: DigestNouns, today: Day, system: ServiceSystem): Figures => {
  const { practitioners, requests, declined, matches, ledger } = inScope(scope, all);
  const since = addDays(today, -WEEK_DAYS);
  const open = requests.filter(({ state }) => state === 'open');
  const ahead = open.filter(({ signOffNeededBy }) => signOffNeededBy >= today);
  const soon = ahead.filter(({ signOffNeededBy }) => daysBetween(today, signOffNeededBy) <= SOON_DAYS);
  const soonBy = soon
    .map(({ signOffNeededBy }) => signOffNeededBy)
    .sort()
    .at(-1);
  const counted = practitioners.filter(
    ({ state }) => state === 'listed' || state === 'paused' || state === 'stale',
  );
  const { totals, byPlace, byProfession, byArea } = supplyAndDemand(practitioners, requests, today, system);
  return {
    day: today,
    waiting: open.length,
    waitingSoon: soon.length,
    ...(soonBy === undefined ? {} : { soonBy }),
    offered: totals.offered,
    taken: totals.taken,
    free: totals.free,
    byPlace: tallies(byPlace),
    byProfession: tallies(byProfession),
    byArea: tallies(byArea),
    pastSignOff: requests
      .filter(
        ({ state, signOffNeededBy }) =>
          (state === 'open' ||
            (state === 'lapsed' && signOffNeededBy >= addDays(today, -PAST_SIGN_OFF_DAYS))) &&
          signOffNeededBy < today,
      )
      .map(({ profession, leadArea, site, signOffNeededBy }) => ({
        profession,
        area: leadArea,
        place: site.place,
        signOffNeededBy,
      }))
      .sort((a, b) => a.signOffNeededBy.localeCompare(b.signOffNeededBy) || a.area.localeCompare(b.area)),
    agreed: matches.filter(({ agreedAt }) => londonDay(agreedAt) >= since).length,
    declines: declineReasons
      .map(({ id }) => ({
        reason: id,
        count: declined.filter(({ declineReason }) => declineReason === id).length,
      }))
      .filter(({ count }) => count > 0),
    unconfirmed: counted.filter(
      ({ state, confirmedAt }) =>
        state === 'stale' ||
        (state === 'listed' && daysBetween(londonDay(confirmedAt), today) >= system.settings.askAfterDays),
    ).length,
    awaitingCheck: practitioners.filter(({ state }) => state === 'awaiting-check').length,
    leaving: counted.filter(
      ({ leavingOn }) =>
        leavingOn !== undefined && leavingOn >= today && daysBetween(today, leavingOn) <= YEAR_DAYS,
    ).length,
    giveAndTake: exchangesOf(ledger, scope),
  };
};

/**
 * Makes the function that computes the figures of each digest of a week. Places and learners are counted as on the
 * public page about supply and demand, and balances as on the organisations' pages, so that the figures agree
 * everywhere.
 * @param today day in London on which the digests are made; "the last week" is the seven days before it
 */
export const computeFigures = (
  all: DigestNouns,
  today: Day,
  system: ServiceSystem,
): ((scope: DigestScope) => Figures) => {
  const outlook = outlookOf(all, today, system);
  return (scope) => ({ ...figuresOf(scope, all, today, system), ...outlook(scope) });
};
