import { type Listing, listingOf } from '../directory/listing.ts';
import { isShown } from '../directory/shown.ts';
import type { Match } from '../domain/match.ts';
import type { Practitioner } from '../domain/practitioner.ts';
import type { SupervisionRequest } from '../domain/request.ts';
import type { Day } from '../domain/time.ts';
import { type GiveAndTake, giveAndTake } from './give-and-take.ts';
import { supplyAndDemand, type Tally } from './supply-and-demand.ts';

/** One exchange with another organisation: learners hosted for it and placed with it. */
interface Partner {
  readonly name: string;
  readonly hostedForThem: number;
  readonly placedWithThem: number;
}

/** What an organisation's lead sees of its own: never who the learners are. */
export interface OrganisationFigures {
  readonly organisationId: string;
  /** As its DPPs, learners or matches name it; undefined when nobody of it takes part. */
  readonly name: string | undefined;
  readonly totals: Tally;
  readonly dpps: readonly Listing[];
  /** Open requests, nearest sign-off date first. */
  readonly requests: readonly SupervisionRequest[];
  readonly giveAndTake: GiveAndTake | undefined;
  readonly partners: readonly Partner[];
}

const partnersOf = (organisationId: string, matches: readonly Match[]): readonly Partner[] => {
  const others = new Set(
    matches.flatMap(({ home, host }) => [home.id, host.id]).filter((id) => id !== organisationId),
  );
  return [...others]
    .flatMap((other) => {
      const between = matches.filter(
        ({ home, host }) =>
          (home.id === other && host.id === organisationId) ||
          (host.id === other && home.id === organisationId),
      );
      const theirs = giveAndTake(between).find((row) => row.organisationId === other);
      return theirs === undefined
        ? []
        : [{ name: theirs.name, hostedForThem: theirs.placed, placedWithThem: theirs.hosted }];
    })
    .toSorted(
      (a, b) =>
        b.hostedForThem + b.placedWithThem - (a.hostedForThem + a.placedWithThem) ||
        (a.name < b.name ? -1 : 1),
    );
};

/** The supply, demand, and give and take of one organisation, from everybody's listed DPPs, requests and matches. */
export const organisationFigures = (
  organisationId: string,
  all: {
    readonly practitioners: readonly Practitioner[];
    readonly requests: readonly SupervisionRequest[];
    readonly matches: readonly Match[];
  },
  today: Day,
): OrganisationFigures => {
  const own = <Noun extends { readonly organisation: { readonly id: string } }>(nouns: readonly Noun[]) =>
    nouns.filter(({ organisation }) => organisation.id === organisationId);
  const practitioners = own(all.practitioners).filter((practitioner) => isShown(practitioner, today));
  const requests = own(all.requests).filter(({ state }) => state === 'open');
  const exchange = giveAndTake(all.matches).find((row) => row.organisationId === organisationId);
  return {
    organisationId,
    name: practitioners[0]?.organisation.name ?? requests[0]?.organisation.name ?? exchange?.name,
    totals: supplyAndDemand(practitioners, requests, today).totals,
    dpps: practitioners.map((practitioner) => listingOf(practitioner, today)),
    requests: requests.toSorted((a, b) => (a.signOffNeededBy < b.signOffNeededBy ? -1 : 1)),
    giveAndTake: exchange,
    partners: partnersOf(organisationId, all.matches),
  };
};
