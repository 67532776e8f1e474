import { placesUsed } from '../domain/capacity.ts';
import type { Match } from '../domain/match.ts';
import { declineReasons, type Offer } from '../domain/offer.ts';
import type { Practitioner } from '../domain/practitioner.ts';
import type { SupervisionRequest } from '../domain/request.ts';
import { addDays, type Day, daysBetween, londonDay } from '../domain/time.ts';
import { clinicalAreas } from '../reference/clinical-areas.ts';
import { places } from '../reference/places.ts';
import { professions } from '../reference/professions.ts';
import type { Exchange, Figures, Tally } from './figures.ts';
import type { DigestScope } from './scope.ts';

/** Everything of the service that a digest looks at. `declined`: offers declined in the seven days before. */
export interface DigestNouns {
  /** Listed, paused, stale and awaiting a check. */
  readonly practitioners: readonly Practitioner[];
  /** Open and lapsed. */
  readonly requests: readonly SupervisionRequest[];
  readonly declined: readonly Offer[];
  /** Agreed, started and completed. */
  readonly matches: readonly Match[];
}

const SOON_DAYS = 56;
const WEEK_DAYS = 7;
const UNCONFIRMED_DAYS = 90;
const YEAR_DAYS = 365;

interface Supply {
  readonly practitioner: Practitioner;
  readonly offered: number;
  readonly taken: number;
}

/** Places a practitioner offers and those in use from today on; one who takes nobody now offers what is in use. */
const supplyOf = (practitioner: Practitioner, today: Day): Supply => {
  const taken = placesUsed(practitioner, { from: today, to: addDays(today, YEAR_DAYS) });
  const taking = practitioner.state === 'listed';
  return { practitioner, taken, offered: taking ? Math.max(practitioner.placesOffered, taken) : taken };
};

const total = (supply: readonly Supply[], part: 'offered' | 'taken'): number =>
  supply.reduce((sum, one) => sum + one[part], 0);

const tallies = (
  ids: readonly string[],
  supply: readonly Supply[],
  waiting: readonly SupervisionRequest[],
  offers: (practitioner: Practitioner) => string | undefined,
  wants: (request: SupervisionRequest) => string,
): Tally[] =>
  ids
    .map((id) => {
      const theirs = supply.filter(({ practitioner }) => offers(practitioner) === id);
      const offered = total(theirs, 'offered');
      const taken = total(theirs, 'taken');
      return {
        id,
        offered,
        taken,
        free: offered - taken,
        waiting: waiting.filter((request) => wants(request) === id).length,
      };
    })
    .filter(({ offered, waiting: learners }) => offered > 0 || learners > 0);

/** Per organisation: learners of others whom it hosts, and its own whom others host; most active first. */
const exchangesOf = (matches: readonly Match[], scope: DigestScope): Exchange[] => {
  const between = matches.filter(({ home, host }) => home.id !== host.id);
  const names = new Map(between.flatMap(({ home, host }) => [home, host]).map(({ id, name }) => [id, name]));
  return [...names]
    .filter(([id]) => scope.kind !== 'organisation' || id === scope.organisationId)
    .map(([id, organisation]) => ({
      organisation,
      hosted: between.filter(({ host }) => host.id === id).length,
      placed: between.filter(({ home }) => home.id === id).length,
    }))
    .sort(
      (a, b) => b.hosted + b.placed - (a.hosted + a.placed) || a.organisation.localeCompare(b.organisation),
    );
};

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
      };
    }
  }
};

/**
 * The figures of one digest: a practitioner with several sites counts at the first.
 * @param today London's day on which the digest is made; "the week before" is the seven days up to it
 */
export const computeFigures = (scope: DigestScope, all: DigestNouns, today: Day): Figures => {
  const { practitioners, requests, declined, matches } = inScope(scope, all);
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
  const supply = counted.map((practitioner) => supplyOf(practitioner, today));
  const offered = total(supply, 'offered');
  const taken = total(supply, 'taken');
  return {
    day: today,
    waiting: open.length,
    waitingSoon: soon.length,
    ...(soonBy === undefined ? {} : { soonBy }),
    offered,
    taken,
    free: offered - taken,
    byPlace: tallies(
      places.map(({ id }) => id),
      supply,
      open,
      ({ sites }) => sites[0]?.place,
      ({ site }) => site.place,
    ),
    byProfession: tallies(
      professions.map(({ id }) => id),
      supply,
      open,
      ({ profession }) => profession,
      ({ profession }) => profession,
    ),
    byArea: tallies(
      clinicalAreas.map(({ id }) => id),
      supply,
      open,
      ({ leadArea }) => leadArea,
      ({ leadArea }) => leadArea,
    ),
    pastSignOff: requests
      .filter(
        ({ state, signOffNeededBy }) =>
          (state === 'open' || (state === 'lapsed' && signOffNeededBy >= addDays(today, -4 * WEEK_DAYS))) &&
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
        (state === 'listed' && daysBetween(londonDay(confirmedAt), today) >= UNCONFIRMED_DAYS),
    ).length,
    awaitingCheck: practitioners.filter(({ state }) => state === 'awaiting-check').length,
    leaving: counted.filter(
      ({ leavingOn }) =>
        leavingOn !== undefined && leavingOn >= today && daysBetween(today, leavingOn) <= YEAR_DAYS,
    ).length,
    giveAndTake: exchangesOf(matches, scope),
  };
};
