import { openedRequest } from '../../../shared/requests/create-request.ts';
import { emailFor } from '../../../shared/notifications/email.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import { isRequestIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { withLead } from '../../../shared/people/new-organisation.ts';
import { organisationRef } from '../../../shared/people/organisation-ref.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import { organisationOfRecord } from './organisation-of-record.ts';
import type { OpenRequests } from '../../store/open-requests.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly requests: RequestRepository;
  readonly organisations: OrganisationRepository;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
  readonly emails: EmailRepository;
  readonly openRequests: OpenRequests;
  readonly clock: Clock;
}

export type ConfirmRequestRefusal = 'gone' | 'too-many-open' | 'busy';

interface Facts {
  readonly request: SupervisionRequest | undefined;
  /** The learner's employer, with version 0 if it is not stored yet. */
  readonly organisation: Organisation | undefined;
  /** The change that adds the request to the person's list of open requests; undefined if the limit is reached. */
  readonly place: Change | undefined;
}

const isUnconfirmed = isRequestIn('unconfirmed');

const leadIn = ({ nmpLeadName, nmpLeadEmail }: SupervisionRequest) =>
  nmpLeadName === undefined || nmpLeadEmail === undefined
    ? undefined
    : { name: nmpLeadName, email: nmpLeadEmail };

/**
 * Confirms a request's address. The request opens with its seats and matching starts. A person may have three
 * open requests. Idempotent: repeating it gives the same answer.
 */
export const confirmRequest =
  ({ table, requests, organisations, knownOrganisations, emails, openRequests, clock }: Deps) =>
  (id: string): Promise<Result<SupervisionRequest, ConfirmRequestRefusal>> => {
    const now = clock.now();
    return decideAndCommit<Facts, SupervisionRequest, ConfirmRequestRefusal>({
      table,
      read: async () => {
        const request = await requests.findPresent(id);
        if (request?.state !== 'unconfirmed') return { request, organisation: undefined, place: undefined };
        const [organisation, place] = await Promise.all([
          organisationOfRecord(
            { organisations, knownOrganisations },
            request.organisation,
            request.site.place,
            now,
          ),
          openRequests.placeFor(request),
        ]);
        return { request, organisation, place };
      },
      decide: ({ request, organisation, place }) => {
        if (request === undefined || ['withdrawn', 'lapsed'].includes(request.state)) return refused('gone');
        if (!isUnconfirmed(request)) return accepted({ value: request, changes: [] });
        if (place === undefined) return refused('too-many-open');
        if (organisation === undefined) return refused('gone');
        const opened = { ...openedRequest(request, now), organisation: organisationRef(organisation) };
        const employer = withLead(organisation, leadIn(request), request.email);
        const about = { requestId: id };
        return accepted({
          value: opened,
          changes: [
            requests.save(opened, ['unconfirmed']),
            place,
            ...(employer === organisation && organisation.version > 0 ? [] : [organisations.save(employer)]),
            emails.save(emailFor('requester-request-open', id, about, now)),
            ...(request.conflicts.length === 0
              ? []
              : [emails.save(emailFor('team-conflict-declared', id, about, now))]),
            auditRow(`request#${id}`, now, 'confirmed', 'requester', 'request-confirmed', {
              seats: opened.seats.length,
            }),
          ],
        });
      },
    });
  };
