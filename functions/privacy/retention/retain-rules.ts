import { dueUntil, requestEndedBy, type RetentionRuleId } from '../../../shared/privacy/retention-rules.ts';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import { type Practitioner, presentPractitionerStates } from '../../../shared/people/practitioner.ts';
import { presentRequestStates, type SupervisionRequest } from '../../../shared/requests/request.ts';
import type { AuditRepository } from '../../store/repositories/audit-repository.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import { erasures } from '../../store/repositories/erasure-log.ts';
import { keys, lists } from '../../store/table/keys.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import {
  type PractitionerRepository,
  practitionerRepository,
} from '../../store/repositories/practitioner-repository.ts';
import { wholeLists } from '../../store/table/read-rows.ts';
import { type RequestRepository, requestRepository } from '../../store/repositories/request-repository.ts';
import { offerRows } from '../../store/table/rows/offer-rows.ts';
import type { Change, Key, Table } from '../../store/table/table.ts';
import { unfiled } from '../../store/unfiled.ts';
import { withoutPersonal } from '../erasure/without-personal.ts';
import type { Due, Deletion } from './retain.ts';
import { roundsWithPlans, withoutPlans } from './retain-round-plans.ts';
import { withoutComments, withoutLead } from './retain-free-text.ts';

interface Deps {
  readonly table: Table;
  readonly practitioners: PractitionerRepository;
  readonly requests: RequestRepository;
  readonly offers: OfferRepository;
  readonly matches: MatchRepository;
  readonly organisations: OrganisationRepository;
  readonly emails: EmailRepository;
  readonly audit: Pick<AuditRepository, 'notedUntil'>;
  readonly erasePractitioner: (id: string) => Promise<{ readonly ok: boolean }>;
  readonly eraseRequest: (id: string) => Promise<{ readonly ok: boolean }>;
}

/** Maximum number of rows of one kind to read per night. */
const ROWS = 1_000;
const EVER = '2000-01-01T00:00:00.000Z';

/**
 * Finds what is due for deletion under each rule. The lists may lag, so most deletions check the stored row again.
 * The others concern rows that nobody needs any more.
 */
export const retentionDue = (deps: Deps): Readonly<Record<RetentionRuleId, Due>> => {
  const { table, practitioners, requests, offers, matches, organisations, emails } = deps;
  const commit = async (changes: readonly Change[]): Promise<boolean> =>
    (await table.commit(changes)).committed;
  const remove = (key: Key): Promise<boolean> => commit([{ do: 'remove', key, when: { is: 'anything' } }]);
  const removeUnconfirmed =
    (key: Key, version: number, saved: Change): Deletion =>
    () =>
      commit([
        { do: 'remove', key, when: { is: 'at', version, states: ['unconfirmed'] } },
        ...unfiled(saved),
      ]);
  const erased = async (outcome: Promise<{ readonly ok: boolean }>): Promise<boolean> => (await outcome).ok;

  const rowsUntil = async (list: string, until: string): Promise<readonly Deletion[]> =>
    (await table.query({ from: 'by-list', partition: list, atMost: `${until}#~`, limit: ROWS })).map(
      ({ pk, sk }) =>
        () =>
          remove({ pk, sk }),
    );

  // Throws for an unreadable row instead of leaving it out. An organisation's prescribing lead is removed only if no
  // row refers to the organisation, and an unreadable row might refer to it.
  const whole = wholeLists(table);
  const everybody = async (): Promise<readonly (Practitioner | SupervisionRequest)[]> =>
    (
      await Promise.all([
        ...presentPractitionerStates.map((state) => practitionerRepository(whole).inState(state)),
        ...presentRequestStates.map((state) => requestRepository(whole).inState(state)),
      ])
    ).flat();

  return {
    'unconfirmed-registration': async (now) =>
      (await practitioners.inState('unconfirmed'))
        .filter(({ createdAt }) => createdAt <= dueUntil('unconfirmed-registration', now))
        .map((one) => removeUnconfirmed(keys.practitioner(one.id), one.version, practitioners.save(one))),
    'unconfirmed-request': async (now) =>
      (await requests.inState('unconfirmed'))
        .filter(({ createdAt }) => createdAt <= dueUntil('unconfirmed-request', now))
        .map((one) => removeUnconfirmed(keys.request(one.id), one.version, requests.save(one))),
    'withdrawn-practitioner': async (now) =>
      (
        await Promise.all(
          (['withdrawn', 'refused', 'merged'] as const).map((state) => practitioners.inState(state)),
        )
      )
        .flat()
        .filter(({ updatedAt }) => updatedAt <= dueUntil('withdrawn-practitioner', now))
        .map(
          ({ id }) =>
            () =>
              erased(deps.erasePractitioner(id)),
        ),
    'ended-request': async (now) =>
      (
        await Promise.all(
          (['completed', 'lapsed', 'withdrawn', 'refused'] as const).map((state) => requests.inState(state)),
        )
      )
        .flat()
        .filter((request) => requestEndedBy(request, dueUntil('ended-request', now)))
        .map(
          ({ id }) =>
            () =>
              erased(deps.eraseRequest(id)),
        ),
    'feedback-comments': async (now) =>
      (await Promise.all((['completed', 'ended-early'] as const).map((state) => matches.inState(state))))
        .flat()
        .filter(({ endedAt }) => endedAt <= dueUntil('feedback-comments', now))
        .flatMap((match) => withoutComments(match) ?? [])
        .map((match) => () => commit([matches.save(match)])),
    'decline-notes': async (now) =>
      (await offers.decidedSince('declined', EVER))
        .filter(({ decidedAt }) => decidedAt <= dueUntil('decline-notes', now))
        .flatMap((offer) => withoutPersonal(offerRows, offer) ?? [])
        .map((offer) => () => commit([offers.save(offer)])),
    'prescribing-lead': async (now) => {
      const [all, people] = await Promise.all([organisations.all(), everybody()]);
      const named = new Set(people.map(({ organisation }) => organisation.id));
      return all
        .filter(({ id, createdAt }) => !named.has(id) && createdAt <= dueUntil('prescribing-lead', now))
        .flatMap((organisation) => withoutLead(organisation) ?? [])
        .map((organisation) => () => commit([organisations.save(organisation)]));
    },
    'round-plans': async (now) =>
      (await roundsWithPlans(table)(dueUntil('round-plans', now))).map(
        (round) => () => withoutPlans(table)(round),
      ),
    'sent-emails': async (now) =>
      (await emails.done(dueUntil('sent-emails', now), ROWS)).map(
        ({ id }) =>
          () =>
            remove(keys.email(id)),
      ),
    links: (now) => rowsUntil(lists.links, dueUntil('links', now)),
    'changed-values': (now) => rowsUntil(lists.changedValues, dueUntil('changed-values', now)),
    audit: async (now) =>
      (await deps.audit.notedUntil(dueUntil('audit', now), ROWS)).map((key) => () => remove(key)),
    counters: (now) => rowsUntil(lists.counters, dueUntil('counters', now)),
  };
};

/** Finds people who had been erased and are in the table again because an older backup was restored. */
export const erasedAndBack =
  ({ table, practitioners, requests, erasePractitioner, eraseRequest }: Deps): Due =>
  async () => {
    const back: Deletion[] = [];
    for (const { noun, id } of await erasures(table)) {
      const found = noun === 'practitioner' ? await practitioners.find(id) : await requests.find(id);
      if (found === undefined || isErased(found)) continue;
      back.push(async () => (await (noun === 'practitioner' ? erasePractitioner : eraseRequest)(id)).ok);
    }
    return back;
  };
