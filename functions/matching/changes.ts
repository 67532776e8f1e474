import { type About, type EmailName, emailFor } from '../../shared/domain/email.ts';
import { ledgerEntriesOf } from '../../shared/domain/ledger.ts';
import type { Match } from '../../shared/domain/match.ts';
import type { Offer } from '../../shared/domain/offer.ts';
import type { Practitioner } from '../../shared/domain/practitioner.ts';
import type { SupervisionRequest } from '../../shared/domain/request.ts';
import type { Chance } from '../platform/chance.ts';
import { type Actor, auditRow } from '../platform/storage/audit.ts';
import { emailRepository } from '../platform/storage/email-repository.ts';
import { ledgerRepository } from '../platform/storage/ledger-repository.ts';
import { matchRepository } from '../platform/storage/match-repository.ts';
import { offerRepository } from '../platform/storage/offer-repository.ts';
import { practitionerRepository } from '../platform/storage/practitioner-repository.ts';
import { requestRepository } from '../platform/storage/request-repository.ts';
import type { Change, Table } from '../platform/storage/table.ts';

interface Changed {
  readonly requests?: readonly SupervisionRequest[];
  readonly practitioners?: readonly Practitioner[];
  readonly offers?: readonly Offer[];
  readonly matches?: readonly Match[];
}

/** Turns what a move has changed into the parts of one commit. Each noun is guarded by the version that was read. */
export const changesTo = (
  table: Table,
  { requests = [], practitioners = [], offers = [], matches = [] }: Changed,
): readonly Change[] => [
  ...requests.map((request) => requestRepository(table).save(request)),
  ...practitioners.map((practitioner) => practitionerRepository(table).save(practitioner)),
  ...offers.map((offer) => offerRepository(table).save(offer)),
  ...matches.map((match) => matchRepository(table).save(match)),
];

/** What matches that were just agreed, undone or ended early write into both organisations' books, in the same commit. */
export const ledgerOf = (table: Table, matches: readonly Match[]): readonly Change[] =>
  matches.flatMap(ledgerEntriesOf).map((entry) => ledgerRepository(table).append(entry));

/** An outbox row for the same commit. @param cause see `emailFor` */
export const mail = (table: Table, name: EmailName, cause: string, about: About, now: string): Change =>
  emailRepository(table).save(emailFor(name, cause, about, now));

/** Who an offer or a match is about. */
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

/** The audit row of something that happened to a request: ids and codes only. */
export const note = (
  { chance, now, actor }: Noted,
  requestId: string,
  action: string,
  facts: Readonly<Record<string, string | number>> = {},
): Change => auditRow(`request#${requestId}`, now, chance.id(), actor, action, facts);
