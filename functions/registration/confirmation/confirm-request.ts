import { heldBackRequest, openedRequest } from '../../../shared/requests/create-request.ts';
import { causedFrom, emailFor } from '../../../shared/notifications/email.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import {
  isHeldBack,
  isRequestIn,
  type RequestIn,
  type SupervisionRequest,
} from '../../../shared/requests/request.ts';
import { mailboxOf } from '../../../shared/kernel/mailbox.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { organisationRef } from '../../../shared/people/organisation-ref.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import { changesOfOpening } from '../../matching/matches/changes-of-opening.ts';
import { organisationOfRecord } from './organisation-of-record.ts';
import { limitsOfWork, type NoPlace, openLimits, type OpenRequests } from '../../store/open-requests.ts';
import type {
  OrganisationTrust,
  OrganisationTrustRepository,
} from '../../store/repositories/organisation-trust-repository.ts';
import { networkHash } from '../../platform/hash.ts';
import { namedLeadChanges } from '../../store/lead-changes.ts';
import { awaitingSupport, namedLead } from '../../../shared/requests/support-moves.ts';
import { knownAddress } from './known-address.ts';

interface Deps {
  readonly table: Table;
  readonly requests: RequestRepository;
  readonly organisations: OrganisationRepository;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
  readonly emails: EmailRepository;
  readonly openRequests: OpenRequests;
  readonly trust: Pick<OrganisationTrustRepository, 'of' | 'withDomain'>;
  readonly clock: Clock;
}

export type ConfirmRequestRefusal = 'gone' | 'too-many-open' | 'too-many-of-employer' | 'busy';

interface Facts {
  readonly request: SupervisionRequest | undefined;
  /** The learner's employer, with version 0 if it is not stored yet. */
  readonly organisation: Organisation | undefined;
  /** The changes that count the request among the open ones, or why it cannot be opened. */
  readonly place: Result<readonly Change[], NoPlace>;
  /** Whether the requester's address proves enough to open the request without anybody's support. */
  readonly isKnown: boolean;
  /** Domains and people that the team has confirmed for the employer and its owner. */
  readonly people: OrganisationTrust;
  /** E-mails about an earlier request of the same learner that are not in the outbox yet. */
  readonly aboutEarlier: readonly Change[];
}

const isUnconfirmed = isRequestIn('unconfirmed');

/** Nothing is counted for a request that is not confirmed now. */
const NO_PLACE: Facts['place'] = accepted([]);
const NO_TRUST: OrganisationTrust = { domains: [], people: [] };

/**
 * Confirms a request's address. The request opens with its seats and matching starts, or it waits for the support of the
 * named lead if the address is neither at an NHS domain nor at a confirmed one. If its learner has an open request
 * already, it is held back instead: the requester reads the same as everybody else, and e-mails tell those whom it
 * concerns. Idempotent: repeating it gives the same answer.
 */
export const confirmRequest = ({
  table,
  requests,
  organisations,
  knownOrganisations,
  emails,
  openRequests,
  trust,
  clock,
}: Deps) => {
  /**
   * Makes the e-mails about a second request for one learner. The owner of the first address gets one a day at most. The
   * second requester and the team get one if the addresses lead to different mailboxes.
   */
  const emailsAbout = async (
    later: SupervisionRequest,
    earlier: SupervisionRequest,
    now: string,
  ): Promise<readonly Change[]> => {
    const both = { requestId: earlier.id, otherRequestId: later.id };
    const wanted = [
      emailFor('requester-asked-again', `${earlier.id}.${londonDay(now)}`, { requestId: earlier.id }, now),
      ...(mailboxOf(earlier.email) === mailboxOf(later.email)
        ? []
        : [
            emailFor('requester-not-opened', later.id, { requestId: later.id }, now),
            emailFor('team-asked-twice', `${earlier.id}.${londonDay(now)}`, both, now),
          ]),
    ];
    const stored = await Promise.all(wanted.map(({ id }) => emails.find(id)));
    return wanted.filter((_, index) => stored[index] === undefined).map((email) => emails.save(email));
  };

  const opening = (
    request: RequestIn<'unconfirmed'>,
    organisation: Organisation,
    more: readonly Change[],
    now: string,
  ) => {
    const opened = { ...openedRequest(request, now), organisation: organisationRef(organisation) };
    return accepted({
      value: opened,
      changes: [
        ...changesOfOpening(opened, {
          table,
          // Fixed, so that a repeated commit writes the same rows.
          chance: { id: () => 'confirmed' },
          now,
          actor: 'requester',
          action: 'request-confirmed',
        }),
        ...more,
        ...(organisation.version > 0 ? [] : [organisations.save(organisation)]),
      ],
    });
  };

  const waiting = (
    request: RequestIn<'unconfirmed'>,
    organisation: Organisation,
    more: readonly Change[],
    network: string,
    now: string,
  ) => {
    const { id } = request;
    const about = { requestId: id };
    const waits = { ...awaitingSupport(request, now), organisation: organisationRef(organisation) };
    return accepted({
      value: waits,
      changes: [
        requests.save(waits, ['unconfirmed']),
        ...more,
        ...(organisation.version > 0 ? [] : [organisations.save(organisation)]),
        emails.save(emailFor('requester-support-awaited', id, about, now)),
        ...(waits.support?.askedAt === undefined
          ? []
          : [emails.save(causedFrom(emailFor('lead-support-asked', id, about, now), networkHash(network)))]),
        auditRow(`request#${id}`, now, 'confirmed', 'requester', 'request-awaits-support'),
      ],
    });
  };

  /** @param network the network from which the link was pressed */
  return (id: string, network: string): Promise<Result<SupervisionRequest, ConfirmRequestRefusal>> => {
    const now = clock.now();
    const leadOf = (
      request: SupervisionRequest,
      organisation: Organisation,
      trusted: OrganisationTrust,
      isWrittenTo: boolean,
    ): readonly Change[] => {
      const lead = namedLead(request);
      return lead === undefined
        ? []
        : namedLeadChanges({
            table,
            organisation,
            trust: trusted,
            lead,
            by: `request#${id}`,
            now,
            isWrittenTo,
            network: networkHash(network),
          });
    };
    return decideAndCommit<Facts, SupervisionRequest, ConfirmRequestRefusal>({
      table,
      read: async () => {
        const request = await requests.findPresent(id);
        if (request?.state !== 'unconfirmed')
          return {
            request,
            organisation: undefined,
            place: NO_PLACE,
            isKnown: false,
            people: NO_TRUST,
            aboutEarlier: [],
          };
        const organisation = await organisationOfRecord(
          { organisations, knownOrganisations },
          request.organisation,
          request.site.place,
          now,
        );
        const employer = organisationRef(organisation);
        const known = await knownAddress(trust)(request.email, employer);
        const hasProof = known.hasWorkAddress || known.isConfirmed;
        const limits = hasProof ? limitsOfWork(organisation, known.isLead) : openLimits;
        const named = { ...request, organisation: employer };
        const wanted = await openRequests.placeFor(named, hasProof, limits);
        // More learners than usual wait for the lead, who can say that there are as many.
        const isForLead =
          !wanted.ok &&
          wanted.refusal.code === 'too-many-of-employer' &&
          request.learners !== undefined &&
          namedLead(request) !== undefined;
        const place = isForLead
          ? await openRequests.placeFor(named, false, { ...limits, ofEmployer: Infinity })
          : wanted;
        const isKnown = hasProof && !isForLead;
        const aboutEarlier =
          !place.ok && place.refusal.code === 'asked-before'
            ? await emailsAbout(request, place.refusal.by, now)
            : [];
        return { request, organisation, place, isKnown, people: await trust.of(employer), aboutEarlier };
      },
      decide: ({ request, organisation, place, isKnown, people, aboutEarlier }) => {
        if (request === undefined || ['withdrawn', 'lapsed', 'refused'].includes(request.state))
          return refused('gone');
        if (!isUnconfirmed(request)) return accepted({ value: request, changes: [] });
        if (organisation === undefined) return refused('gone');
        if (place.ok) {
          const more = [...place.value, ...leadOf(request, organisation, people, !isKnown)];
          return isKnown
            ? opening(request, organisation, more, now)
            : waiting(request, organisation, more, network, now);
        }
        if (place.refusal.code !== 'asked-before') return refused(place.refusal.code);
        if (isHeldBack(request)) return accepted({ value: request, changes: aboutEarlier });
        const held = { ...heldBackRequest(request, now), organisation: organisationRef(organisation) };
        return accepted({
          value: held,
          changes: [
            requests.save(held, ['unconfirmed']),
            ...(organisation.version > 0 ? [] : [organisations.save(organisation)]),
            ...aboutEarlier,
            auditRow(`request#${id}`, now, 'held-back', 'requester', 'request-held-back', {
              because: place.refusal.by.id,
            }),
          ],
        });
      },
    });
  };
};
