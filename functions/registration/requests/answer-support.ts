import { emailFor } from '../../../shared/notifications/email.ts';
import {
  isRequestIn,
  type RequestIn,
  type Support,
  type SupervisionRequest,
} from '../../../shared/requests/request.ts';
import { type NotCounted, whyNotCounted } from '../../../shared/requests/support-counts.ts';
import { namedLead, supportedRequest, withSupportAnswer } from '../../../shared/requests/support-moves.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { addressHash } from '../../platform/hash.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { limitsOfWork, type NoPlace, type OpenRequests } from '../../store/open-requests.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import { findOrganisation } from '../../store/find-organisation.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { requestAudit } from '../../store/noun-changes.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { changesOfOpening } from '../../matching/matches/changes-of-opening.ts';
import { aboutPerson } from '../../store/lead-changes.ts';
import { knownAddress } from '../confirmation/known-address.ts';

interface Deps {
  readonly table: Table;
  readonly requests: RequestRepository;
  readonly organisations: Pick<OrganisationRepository, 'find'>;
  readonly emails: EmailRepository;
  readonly openRequests: Pick<OpenRequests, 'placeFor'>;
  readonly trust: Pick<OrganisationTrustRepository, 'of' | 'withDomain' | 'findPerson'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

type Says = NonNullable<Support['answer']>['says'];

/** `nothing-to-answer`: the request is closed, or another lead is asked now. */
export type SupportRefusal = 'nothing-to-answer' | 'busy';

interface Facts {
  readonly request: SupervisionRequest | undefined;
  readonly notCounted: NotCounted | undefined;
  readonly place: Result<readonly Change[], NoPlace>;
  /** The e-mail that asks the supporter whether they are the lead, unless they have had it. */
  readonly toLead: readonly Change[];
}

const isWaiting = isRequestIn('waiting-for-support');

/**
 * Records what the named lead says about a request that waits for support. The request opens if they support it and their
 * answer counts: see `whyNotCounted`. Any other answer opens nothing and is shown to the programme team. Idempotent; a
 * lead may change their mind while the request waits.
 * @param leadHash hash of the address to which the link was sent
 */
export const answerSupport = ({
  table,
  requests,
  organisations,
  emails,
  openRequests,
  trust,
  clock,
  chance,
}: Deps) => {
  const opening = (
    request: RequestIn<'waiting-for-support'>,
    answer: NonNullable<Support['answer']>,
    place: readonly Change[],
    now: string,
  ) => {
    const opened = supportedRequest(withSupportAnswer(request, answer), now);
    return accepted({
      value: opened,
      changes: [
        ...changesOfOpening(opened, { table, chance, now, actor: 'lead', action: 'request-supported' }),
        ...place,
      ],
    });
  };

  const askWhetherTheyLead = async (
    { organisation }: SupervisionRequest,
    address: string,
    now: string,
  ): Promise<readonly Change[]> => {
    const person = await trust.findPerson(organisation.id, 'lead', address);
    if (person?.state !== 'proposed' || person.addressConfirmedAt !== undefined) return [];
    const email = emailFor('lead-named', `${organisation.id}.${person.id}`, aboutPerson(person), now);
    return (await emails.find(email.id)) === undefined ? [emails.save(email)] : [];
  };

  return (id: string, leadHash: string, says: Says): Promise<Result<SupervisionRequest, SupportRefusal>> => {
    const now = clock.now();
    return decideAndCommit<Facts, SupervisionRequest, SupportRefusal>({
      table,
      read: async () => {
        const request = await requests.findPresent(id);
        const lead = request === undefined ? undefined : namedLead(request);
        if (request?.state !== 'waiting-for-support' || lead === undefined)
          return { request, notCounted: undefined, place: accepted([]), toLead: [] };
        const known = await knownAddress(trust)(lead.email, request.organisation);
        return {
          request,
          notCounted: whyNotCounted(request, { ...lead, ...known }),
          place: await openRequests.placeFor(
            request,
            true,
            limitsOfWork(await findOrganisation(organisations, request.organisation.id), known.isLead),
          ),
          toLead: await askWhetherTheyLead(request, lead.email, now),
        };
      },
      decide: ({ request, notCounted, place, toLead }) => {
        const lead = request === undefined ? undefined : namedLead(request);
        if (request === undefined || lead === undefined || addressHash(lead.email) !== leadHash)
          return refused('nothing-to-answer');
        if (request.support?.answer?.says === says) return accepted({ value: request, changes: [] });
        if (!isWaiting(request)) return refused('nothing-to-answer');
        if (says === 'supports' && notCounted === undefined && place.ok)
          return opening(request, { says, at: now, counts: true }, [...place.value, ...toLead], now);
        const because =
          notCounted ??
          (place.ok
            ? undefined
            : place.refusal.code === 'too-many-of-employer'
              ? 'too-many-of-employer'
              : 'another-request-is-open');
        const answered = withSupportAnswer(request, {
          says,
          at: now,
          counts: says === 'does-not-support' && notCounted === undefined,
          ...(because === undefined || (says === 'does-not-support' && notCounted === undefined)
            ? {}
            : { because }),
        });
        const about = { requestId: id };
        const occasion = chance.id();
        return accepted({
          value: answered,
          changes: [
            requests.save(answered, ['waiting-for-support']),
            emails.save(emailFor('team-support-answered', `${id}.${occasion}`, about, now)),
            ...(says === 'supports' ? toLead : []),
            ...(says === 'does-not-support'
              ? [emails.save(emailFor('requester-support-declined', `${id}.${occasion}`, about, now))]
              : []),
            requestAudit({ chance, now, actor: 'lead' }, id, 'support-answered', {
              says,
              ...(because === undefined ? {} : { because }),
            }),
          ],
        });
      },
    });
  };
};
