import type { About, Email } from '../../../shared/notifications/email.ts';
import type { Match } from '../../../shared/matches/match.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { OrganisationPerson } from '../../../shared/people/organisation-person.ts';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Vouch } from '../../../shared/people/vouch.ts';
import type { Seat, StoredRequest, SupervisionRequest } from '../../../shared/requests/request.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { readNouns } from '../../store/read-nouns.ts';
import { keys } from '../../store/table/keys.ts';
import { ofKinds } from '../../store/table/read-rows.ts';
import { type DigestRun, digestRunRows } from '../../store/table/rows/digest-run-rows.ts';
import { matchRows } from '../../store/table/rows/match-rows.ts';
import { offerRows } from '../../store/table/rows/offer-rows.ts';
import { organisationRows } from '../../store/table/rows/organisation-rows.ts';
import { organisationPersonRows } from '../../store/table/rows/organisation-person-rows.ts';
import { practitionerRows } from '../../store/table/rows/practitioner-rows.ts';
import { requestRows } from '../../store/table/rows/request-rows.ts';
import { vouchRows } from '../../store/table/rows/vouch-rows.ts';
import type { Key, Row, Table } from '../../store/table/table.ts';

/**
 * The current state of everything that a message is about. A field is absent if the message has nothing to do with
 * it, or if its entity has been deleted. An erased practitioner or request is absent too; `storedRequest` contains
 * the request even then.
 */
export interface Facts {
  readonly system: ServiceSystem;
  readonly email: Email;
  readonly now: Instant;
  /** The day in London at `now`. */
  readonly today: string;
  readonly practitioner?: Practitioner;
  readonly request?: SupervisionRequest;
  /** All requests, if the message is about several; without erased ones. */
  readonly requests?: readonly SupervisionRequest[];
  /** The request, even if it is erased, for the e-mails that tell a DPP that an offer or a match has ended. */
  readonly storedRequest?: StoredRequest;
  /** A second request that the message compares with the first. */
  readonly otherPractitioner?: Practitioner;
  readonly otherRequest?: SupervisionRequest;
  readonly seat?: Seat;
  readonly offer?: Offer;
  readonly match?: Match;
  readonly organisation?: Organisation;
  /** A person who was named for the organisation. */
  readonly person?: OrganisationPerson;
  /** The question to this person about the practitioner, and the answer. */
  readonly vouch?: Vouch;
  readonly digest?: DigestRun;
}

type Nouns = Omit<
  Facts,
  'system' | 'email' | 'now' | 'today' | 'seat' | 'otherRequest' | 'otherPractitioner'
>;

interface Kind<Noun> {
  readonly kind: string;
  readonly parse: (row: Row) => Noun;
}

/** Parses rows of several kinds, at most one of each kind. @throws {UnreadableRow} */
const nounsIn = (rows: readonly Row[]): Nouns => {
  ofKinds(rows, [
    practitionerRows,
    requestRows,
    offerRows,
    matchRows,
    organisationRows,
    organisationPersonRows,
    vouchRows,
    digestRunRows,
  ]);
  const one = <Noun>({ kind, parse }: Kind<Noun>): Noun | undefined => {
    const row = rows.find((stored) => stored['kind'] === kind);
    return row === undefined ? undefined : parse(row);
  };
  const practitioner = one(practitionerRows);
  const request = one(requestRows);
  const offer = one(offerRows);
  const match = one(matchRows);
  const organisation = one(organisationRows);
  const person = one(organisationPersonRows);
  const vouch = one(vouchRows);
  const digest = one(digestRunRows);
  return {
    ...(practitioner === undefined || isErased(practitioner) ? {} : { practitioner }),
    ...(request === undefined ? {} : { storedRequest: request }),
    ...(request === undefined || isErased(request) ? {} : { request }),
    ...(offer === undefined ? {} : { offer }),
    ...(match === undefined ? {} : { match }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(person === undefined ? {} : { person }),
    ...(vouch === undefined ? {} : { vouch }),
    ...(digest === undefined ? {} : { digest }),
  };
};

const keysOf = ({ about, name }: Pick<Email, 'about' | 'name'>): readonly Key[] =>
  [
    about.practitionerId === undefined ? undefined : keys.practitioner(about.practitionerId),
    about.requestId === undefined ? undefined : keys.request(about.requestId),
    about.offerId === undefined ? undefined : keys.offer(about.offerId),
    about.matchId === undefined ? undefined : keys.match(about.matchId),
    about.organisationId === undefined ? undefined : keys.organisation(about.organisationId),
    about.personId === undefined || about.organisationId === undefined
      ? undefined
      : keys.organisationPerson(about.organisationId, about.personId),
    about.practitionerId === undefined || about.organisationId === undefined || about.personId === undefined
      ? undefined
      : keys.vouch(about.practitionerId, about.organisationId, about.personId),
    about.occasion === undefined || !name.startsWith('digest-') ? undefined : keys.digestRun(about.occasion),
  ].filter((key) => key !== undefined);

/**
 * Loads what an outbox row refers to, in one read. For an offer or a match, also loads its practitioner and request,
 * with a second read if the row does not name them.
 */
export const factsLoader =
  ({ system, table }: { readonly system: ServiceSystem; readonly table: Pick<Table, 'get'> }) =>
  async (email: Email, now: Instant): Promise<Facts> => {
    const read = async (about: About): Promise<Nouns> => {
      const asked = keysOf({ about, name: email.name });
      const rows = asked.length === 0 ? [] : await table.get(asked);
      return nounsIn(rows);
    };
    const named = await read(email.about);
    const { practitionerId, requestId } = named.match ?? named.offer ?? {};
    const nouns = {
      ...(await read({
        ...(named.practitioner === undefined && practitionerId !== undefined ? { practitionerId } : {}),
        ...(named.storedRequest === undefined && requestId !== undefined ? { requestId } : {}),
      })),
      ...named,
    };
    const { otherRequestId, otherPractitionerId, requestIds } = email.about;
    const { practitioner: otherPractitioner } =
      otherPractitionerId === undefined ? {} : await read({ practitionerId: otherPractitionerId });
    const { request: otherRequest } =
      otherRequestId === undefined ? {} : await read({ requestId: otherRequestId });
    const seatId = email.about.seatId ?? nouns.match?.seatId ?? nouns.offer?.seatId;
    const seat = nouns.request?.seats.find(({ id }) => id === seatId);
    return {
      system,
      email,
      now,
      today: londonDay(now),
      ...nouns,
      ...(seat === undefined ? {} : { seat }),
      ...(otherRequest === undefined ? {} : { otherRequest }),
      ...(requestIds === undefined
        ? {}
        : { requests: [...(await readNouns(table, { requests: requestIds })).requests.values()] }),
      ...(otherPractitioner === undefined ? {} : { otherPractitioner }),
    };
  };
