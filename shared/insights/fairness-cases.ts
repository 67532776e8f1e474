import { nearestDrive } from '../geography/nearest-drive.ts';
import type { Travel } from '../geography/travel.ts';
import type { Match } from '../matches/match.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import { waitsSince } from '../rounds/round-moves.ts';
import { type Day, daysBetween, londonDay, type Period } from '../kernel/time.ts';
import type { FairnessCase } from './fairness.ts';
import { seatRoles } from '../reference/seat-roles.ts';

interface OfOrganisation {
  readonly organisation: { readonly id: string };
}

/** The facts of a request that fairness reads. */
type CountedRequest = OfOrganisation &
  Pick<
    SupervisionRequest,
    | 'id'
    | 'state'
    | 'createdAt'
    | 'confirmedAt'
    | 'profession'
    | 'learnerType'
    | 'setting'
    | 'hours'
    | 'site'
    | 'signOffNeededBy'
    | 'seats'
  >;

/** All data from which a quarter's fairness is computed. */
export interface FairnessFacts {
  /** Requests that are open, matched, completed or lapsed. */
  readonly requests: readonly CountedRequest[];
  readonly matches: readonly Pick<Match, 'id' | 'practitionerId' | 'agreedAt'>[];
  /** Practitioners who are listed or have one of the matches. */
  readonly practitioners: readonly (Pick<Practitioner, 'id' | 'state' | 'sites'> & OfOrganisation)[];
  /** Result of each request under first come, first served, by id; only for requests that were in a round. */
  readonly firstCome: ReadonlyMap<string, NonNullable<FairnessCase['firstCome']>>;
}

const signsOff: ReadonlySet<string> = new Set(seatRoles.filter((role) => role.signsOff).map(({ id }) => id));
/** Request states that are counted; withdrawn and erased requests are not. */
const counted: ReadonlySet<string> = new Set(['open', 'matched', 'completed', 'lapsed']);

/**
 * Builds a case for each learner whose request was made within the period, as of `today`. A learner is placed
 * if somebody agreed to sign them off. Waiting days end with that agreement or on the sign-off date of a
 * lapsed request, otherwise today.
 */
export const fairnessCases = (
  { requests, matches, practitioners, firstCome }: FairnessFacts,
  { from, to }: Period,
  today: Day,
  travel: Travel,
): readonly FairnessCase[] => {
  const agreed = new Map(matches.map((match) => [match.id, match]));
  const people = new Map(practitioners.map((one) => [one.id, one]));
  const withDpps = new Set(
    practitioners.filter(({ state }) => state === 'listed').map(({ organisation }) => organisation.id),
  );
  return requests.flatMap((request) => {
    const asked = londonDay(waitsSince(request));
    if (!counted.has(request.state) || asked < from || asked > to) return [];
    const seat = request.seats.find(({ role }) => signsOff.has(role)) ?? request.seats[0];
    const match = seat?.state === 'filled' ? agreed.get(seat.matchId) : undefined;
    const host = people.get(match?.practitionerId ?? '');
    const { profession, learnerType, setting, hours, site, signOffNeededBy } = request;
    const drive =
      host &&
      nearestDrive(
        travel,
        site.outcode,
        host.sites.map(({ outcode }) => outcode),
      );
    const until =
      match !== undefined
        ? londonDay(match.agreedAt)
        : request.state === 'lapsed' && signOffNeededBy < today
          ? signOffNeededBy
          : today;
    return [
      {
        place: site.place,
        profession,
        learnerType,
        setting,
        hours,
        ownDpps: withDpps.has(request.organisation.id),
        placed: seat?.state === 'filled',
        waitingDays: Math.max(0, daysBetween(asked, until)),
        minutes: drive?.minutes,
        miles: drive?.miles,
        firstCome: firstCome.get(request.id),
      },
    ];
  });
};
