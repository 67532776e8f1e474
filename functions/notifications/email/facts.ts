import type { About, Email } from '../../../shared/notifications/email.ts';
import { type Match, matchSchema } from '../../../shared/matches/match.ts';
import { type Offer, offerSchema } from '../../../shared/offers/offer.ts';
import { type Organisation, organisationSchema } from '../../../shared/people/organisation.ts';
import { type Practitioner, practitionerSchema } from '../../../shared/people/practitioner.ts';
import { requestSchema, type Seat, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { keys } from '../../store/table/keys.ts';
import type { Key, Row, Table } from '../../store/table/table.ts';
import {
  type DigestRun,
  digestRunKey,
  digestRunSchema,
} from '../../store/repositories/digest-run-repository.ts';

/**
 * The current state of everything that a message may be about. Nouns that are deleted or unrelated are
 * absent.
 */
export interface Facts {
  readonly email: Email;
  readonly now: Instant;
  /** The day in London at `now`. */
  readonly today: string;
  readonly practitioner?: Practitioner;
  readonly request?: SupervisionRequest;
  readonly seat?: Seat;
  readonly offer?: Offer;
  readonly match?: Match;
  readonly organisation?: Organisation;
  readonly digest?: DigestRun;
}

type Nouns = Omit<Facts, 'email' | 'now' | 'today' | 'seat'>;

const nounOf = ({ kind, noun }: Row): Nouns => {
  switch (kind) {
    case 'practitioner':
      return { practitioner: practitionerSchema.parse(noun) };
    case 'request':
      return { request: requestSchema.parse(noun) };
    case 'offer':
      return { offer: offerSchema.parse(noun) };
    case 'match':
      return { match: matchSchema.parse(noun) };
    case 'organisation':
      return { organisation: organisationSchema.parse(noun) };
    case 'digest-run':
      return { digest: digestRunSchema.parse(noun) };
    default:
      throw new Error(`a row of another kind: ${String(kind)}`);
  }
};

const keysOf = ({ about, name }: Pick<Email, 'about' | 'name'>): readonly Key[] =>
  [
    about.practitionerId === undefined ? undefined : keys.practitioner(about.practitionerId),
    about.requestId === undefined ? undefined : keys.request(about.requestId),
    about.offerId === undefined ? undefined : keys.offer(about.offerId),
    about.matchId === undefined ? undefined : keys.match(about.matchId),
    about.organisationId === undefined ? undefined : keys.organisation(about.organisationId),
    about.occasion === undefined || !name.startsWith('digest-') ? undefined : digestRunKey(about.occasion),
  ].filter((key) => key !== undefined);

/**
 * Loads the nouns that an outbox row refers to, in one read. For an offer or a match, also loads its
 * practitioner and request, with a second read if the row does not name them.
 */
export const factsLoader =
  (table: Pick<Table, 'get'>) =>
  async (email: Email, now: Instant): Promise<Facts> => {
    const read = async (about: About): Promise<Nouns> => {
      const asked = keysOf({ about, name: email.name });
      const rows = asked.length === 0 ? [] : await table.get(asked);
      return rows.map(nounOf).reduce<Nouns>((all, noun) => ({ ...all, ...noun }), {});
    };
    const named = await read(email.about);
    const { practitionerId, requestId } = named.match ?? named.offer ?? {};
    const nouns = {
      ...(await read({
        ...(named.practitioner === undefined && practitionerId !== undefined ? { practitionerId } : {}),
        ...(named.request === undefined && requestId !== undefined ? { requestId } : {}),
      })),
      ...named,
    };
    const seatId = email.about.seatId ?? nouns.match?.seatId ?? nouns.offer?.seatId;
    const seat = nouns.request?.seats.find(({ id }) => id === seatId);
    return { email, now, today: londonDay(now), ...nouns, ...(seat === undefined ? {} : { seat }) };
  };
