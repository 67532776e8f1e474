import { askForList } from '../../../shared/requests/ask-for-list.ts';
import { createRequest } from '../../../shared/requests/create-request.ts';
import { causedFrom, emailFor } from '../../../shared/notifications/email.ts';
import type { StoredRequest } from '../../../shared/requests/request.ts';
import { accepted, type Result } from '../../../shared/kernel/result.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { toAskForSupervision } from '../../../shared/journeys/request/ask-for-supervision.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { hashOf, networkHash } from '../../platform/hash.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { ConfirmationLimits, TooMany } from '../../web/links/confirmation-limits.ts';

interface Deps {
  readonly system: ServiceSystem;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
  readonly table: Pick<Table, 'commit'>;
  readonly requests: RequestRepository;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  readonly limits: ConfirmationLimits;
}

/** Stores a list of learners, each with checked answers; `network` is for quotas only. */
export type SubmitList = (
  learners: readonly Answers[],
  network: string,
) => Promise<Result<'sent', TooMany | 'busy'>>;

/** Characters of an id that a list gets from its content. */
const ID_LENGTH = 22;

/** Times that one and the same list may have ended and been sent again. */
const MOST_AGAIN = 50;

const isOver = ({ state }: StoredRequest): boolean =>
  ['completed', 'lapsed', 'withdrawn', 'refused', 'erased'].includes(state);

/** Writes answers in one order of fields, so that the same answers are the same text. */
const textOf = (learners: readonly Answers[]): string =>
  JSON.stringify(
    learners.map((answers) => Object.entries(answers).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  );

interface Stored {
  readonly id: string;
  readonly request: StoredRequest | undefined;
  /** The e-mail to somebody who sends a list again whose search goes on. */
  readonly again: readonly Change[];
}

/**
 * Stores the learners of a list as one request that waits for one confirmation, and sends an e-mail for it. The id of the
 * request follows from the list, so that a list that is sent twice is stored once, until its request is over.
 */
export const requestList = ({
  system,
  knownOrganisations,
  table,
  requests,
  emails,
  clock,
  limits,
}: Deps): SubmitList => {
  const storedFor = async (learners: readonly Answers[], now: Instant): Promise<Stored> => {
    const text = textOf(learners);
    for (let times = 1; times <= MOST_AGAIN; times += 1) {
      const id = hashOf(`${times}.${text}`).slice(0, ID_LENGTH);
      const request = await requests.find(id);
      if (request !== undefined && isOver(request)) continue;
      if (request === undefined || request.state === 'unconfirmed') return { id, request, again: [] };
      const email = emailFor('requester-asked-again', `${id}.${londonDay(now)}`, { requestId: id }, now);
      const known = await emails.find(email.id);
      return { id, request, again: known === undefined ? [emails.save(email)] : [] };
    }
    throw new Error('a list was ended and sent again too often');
  };

  return async (learners, network) => {
    const now = clock.now();
    const organisations = await knownOrganisations();
    const asks = learners.map((answers) =>
      toAskForSupervision(answers, system, organisations, londonDay(now)),
    );
    return decideAndCommit<Stored, 'sent', TooMany | 'busy'>({
      table,
      read: () => storedFor(learners, now),
      decide: ({ id, request, again }) => {
        if (request !== undefined) return accepted({ value: 'sent', changes: again });
        const { ask, listed } = askForList(asks);
        const created = createRequest(ask, id, system.consent.request.id, now);
        return accepted({
          value: 'sent',
          changes: [
            requests.save(listed === undefined ? created : { ...created, listed }),
            emails.save(
              causedFrom(
                emailFor('requester-address-confirm', id, { requestId: id }, now),
                networkHash(network),
              ),
            ),
            auditRow(`request#${id}`, now, id, 'requester', 'request-sent', { learners: asks.length }),
          ],
          limits: limits(ask.email, network, now),
        });
      },
    });
  };
};
