import type { Match } from '../../../shared/matches/match.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRepository } from '../../store/repositories/audit-repository.ts';
import { changedValuesRepository } from '../../store/repositories/changed-values-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { matchRows } from '../../store/table/rows/match-rows.ts';
import type { Table } from '../../store/table/table.ts';
import { otherMentions } from './other-mentions.ts';
import { mentionGuard } from '../erasure/mention-guard.ts';
import { ownRecords } from '../erasure/own-records.ts';

interface Deps {
  readonly table: Table;
  readonly clock: Clock;
  readonly practitioners: Pick<PractitionerRepository, 'findPresent'>;
  readonly requests: Pick<RequestRepository, 'findPresent'>;
}

/**
 * Returns the table for the export of one person. After an erasure, looks for the id in place of the name and
 * address, because an empty name would be found in every row.
 */
const ownTable = (table: Table, id: string, name = id, email = id): Table =>
  mentionGuard(table, { id, name, email });

/** Leaves out the other side's feedback, which is the other person's data. */
const withoutTheirs =
  (feedback: 'learnerFeedback' | 'practitionerFeedback') =>
  (match: Match): Match =>
    matchRows.without(match, [feedback]);

/**
 * Collects everything that the service holds about one practitioner, for their export. Includes the offers that they
 * declined.
 */
export const dataOfPractitioner =
  ({ table, clock, practitioners }: Deps) =>
  async (id: string) => {
    const practitioner = await practitioners.findPresent(id);
    const own = ownTable(table, id, practitioner?.name, practitioner?.email);
    const [records, history, corrections] = await Promise.all([
      ownRecords(own, 'practitioner', id),
      auditRepository(own).of(`practitioner#${id}`),
      changedValuesRepository(own).of(`practitioner#${id}`),
    ]);
    return {
      exportedAt: clock.now(),
      practitioner,
      offers: records.offers,
      matches: records.matches.map(withoutTheirs('learnerFeedback')),
      history,
      corrections,
      ...(practitioner === undefined ? {} : await otherMentions(table)(records, practitioner)),
    };
  };

/**
 * Collects everything that the service holds about one request, for its requester's export. Does not say who
 * declined.
 */
export const dataOfRequester =
  ({ table, clock, requests }: Deps) =>
  async (id: string) => {
    const request = await requests.findPresent(id);
    const own = ownTable(table, id, request?.requesterName, request?.email);
    const [records, history, corrections] = await Promise.all([
      ownRecords(own, 'request', id),
      auditRepository(own).of(`request#${id}`),
      changedValuesRepository(own).of(`request#${id}`),
    ]);
    return {
      exportedAt: clock.now(),
      request:
        request === undefined
          ? undefined
          : {
              ...request,
              seats: request.seats.map(({ tried, ...seat }) => ({ ...seat, asked: tried.length })),
            },
      offers: records.offers.map((offer) => ({
        id: offer.id,
        state: offer.state,
        role: offer.role,
        rank: offer.rank,
        eligibleCount: offer.eligibleCount,
        madeAt: offer.madeAt,
        decidedAt: offer.state === 'pending' ? undefined : offer.decidedAt,
      })),
      matches: records.matches.map(withoutTheirs('practitionerFeedback')),
      history: history.map(({ at, action }) => ({ at, action })),
      // Without the team's reasons, which may be about other people.
      corrections: corrections
        .filter(({ values }) => Object.keys(values).length > 0)
        .map(({ at, values }) => ({ at, values })),
      ...(request === undefined
        ? {}
        : await otherMentions(table)(records, {
            id,
            name: request.requesterName,
            email: request.email,
          })),
    };
  };
