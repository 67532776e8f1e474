import { type About, type EmailName, emailFor } from '../../shared/notifications/email.ts';
import { ledgerEntriesOf } from '../../shared/matches/ledger.ts';
import type { Match } from '../../shared/matches/match.ts';
import type { Offer } from '../../shared/offers/offer.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../shared/requests/request.ts';
import type { Chance } from '../platform/chance.ts';
import { type Actor, auditRow } from './audit-row.ts';
import { emailRepository } from './repositories/email-repository.ts';
import { ledgerRepository } from './repositories/ledger-repository.ts';
import { matchRepository } from './repositories/match-repository.ts';
import { offerRepository } from './repositories/offer-repository.ts';
import { practitionerRepository } from './repositories/practitioner-repository.ts';
import { requestRepository } from './repositories/request-repository.ts';
import type { Change, Table } from './table/table.ts';

interface Changed {
  readonly requests?: readonly SupervisionRequest[];
  readonly practitioners?: readonly Practitioner[];
  readonly offers?: readonly Offer[];
  readonly matches?: readonly Match[];
}

/**
 * Converts changed requests, practitioners, offers and matches into the changes of one commit. Each of them is
 * written only if its stored version is still the version that was read.
 */
export const nounChanges = (
  table: Table,
  { requests = [], practitioners = [], offers = [], matches = [] }: Changed,
): readonly Change[] => [
  ...requests.map((request) => requestRepository(table).save(request)),
  ...practitioners.map((practitioner) => practitionerRepository(table).save(practitioner)),
  ...offers.map((offer) => offerRepository(table).save(offer)),
  ...matches.map((match) => matchRepository(table).save(match)),
];

/**
 * Makes the ledger entries of both organisations for matches that were agreed, undone or ended early, for the same
 * commit.
 */
export const ledgerChanges = (table: Table, matches: readonly Match[]): readonly Change[] =>
  matches.flatMap(ledgerEntriesOf).map((entry) => ledgerRepository(table).append(entry));

/**
 * Makes an outbox row, which queues an e-mail in the same commit as its cause.
 * @param cause see `emailFor`
 */
export const outboxEmail = (
  table: Table,
  name: EmailName,
  cause: string,
  about: About,
  now: string,
): Change => emailRepository(table).save(emailFor(name, cause, about, now));

/** Returns the ids of an offer and of the request, seat and practitioner that it is about. */
export const aboutOffer = ({ id, requestId, seatId, practitionerId }: Offer): About => ({
  offerId: id,
  requestId,
  seatId,
  practitionerId,
});

export const aboutMatch = ({ id, requestId, seatId, practitionerId, offerId }: Match): About => ({
  matchId: id,
  requestId,
  seatId,
  practitionerId,
  offerId,
});

interface Noted {
  readonly chance: Pick<Chance, 'id'>;
  readonly now: string;
  readonly actor: Actor;
}

/** Makes the audit row for an event of a request; contains ids and codes only. */
export const requestAudit = (
  { chance, now, actor }: Noted,
  requestId: string,
  action: string,
  facts: Readonly<Record<string, string | number>> = {},
): Change => auditRow(`request#${requestId}`, now, chance.id(), actor, action, facts);
