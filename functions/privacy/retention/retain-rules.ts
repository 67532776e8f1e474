import { dueUntil, requestEndedBy, type RetentionRuleId } from '../../../shared/privacy/retention-rules.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import { erasuresPage } from '../../store/repositories/erasure-log.ts';
import { keys, lists } from '../../store/table/keys.ts';
import { type ListPage, listPage } from '../../store/table/list-page.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { readNouns } from '../../store/read-nouns.ts';
import { offerRows } from '../../store/table/rows/offer-rows.ts';
import type { Change, Key, Table } from '../../store/table/table.ts';
import { unfiled } from '../../store/table/unfiled.ts';
import { withoutPersonal } from '../erasure/without-personal.ts';
import { namedByNobody } from './named-by-nobody.ts';
import type { Deletion, DueList } from './retain.ts';
import { dueWithoutOrganisation, dueWithoutRole } from './retain-people.ts';
import { roundsWithPlans, withoutPlans } from './retain-round-plans.ts';
import { withoutComments, withoutLead } from './retain-free-text.ts';

interface Deps {
  readonly table: Table;
  readonly practitioners: Pick<PractitionerRepository, 'page' | 'save'>;
  readonly requests: Pick<RequestRepository, 'page' | 'save'>;
  readonly offers: Pick<OfferRepository, 'decidedPage' | 'save'>;
  readonly matches: Pick<MatchRepository, 'page' | 'save'>;
  readonly organisations: Pick<OrganisationRepository, 'page' | 'save'>;
  readonly emails: Pick<EmailRepository, 'donePage'>;
  readonly trust: Pick<OrganisationTrustRepository, 'peoplePage' | 'removePerson'>;
  readonly erasePractitioner: (id: string) => Promise<{ readonly ok: boolean }>;
  readonly eraseRequest: (id: string) => Promise<{ readonly ok: boolean }>;
}

/** Number of rows that the run reads at once. */
const PAGE_SIZE = 100;

/** Looks on one page for what is due, and says how each thing is deleted. */
const onPage = async <Noun>(
  page: Promise<ListPage<Noun>>,
  deletionOf: (noun: Noun) => Deletion | undefined,
): Promise<ListPage<Deletion>> => {
  const { found, ...rest } = await page;
  return { ...rest, found: found.flatMap((noun) => deletionOf(noun) ?? []) };
};

/**
 * Finds what is due for deletion under each rule. The lists may lag, so most deletions check the stored row again.
 * The others concern rows that nobody needs any more.
 */
export const retentionDue = (deps: Deps): Readonly<Record<RetentionRuleId, readonly DueList[]>> => {
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

  /** Reads a list that is sorted by the time from which its rows are kept. */
  const rowsUntil =
    (list: string, rule: RetentionRuleId): DueList =>
    (now, after) =>
      listPage(table, list, { after, until: `${dueUntil(rule, now)}#~`, size: PAGE_SIZE }, (rows) =>
        rows.map(
          ({ pk, sk }) =>
            () =>
              remove({ pk, sk }),
        ),
      );

  return {
    'unconfirmed-registration': [
      (now, after) =>
        onPage(practitioners.page('unconfirmed', { after, size: PAGE_SIZE }), (one) =>
          one.createdAt <= dueUntil('unconfirmed-registration', now)
            ? removeUnconfirmed(keys.practitioner(one.id), one.version, practitioners.save(one))
            : undefined,
        ),
    ],
    'unconfirmed-request': [
      (now, after) =>
        onPage(requests.page('unconfirmed', { after, size: PAGE_SIZE }), (one) =>
          one.createdAt <= dueUntil('unconfirmed-request', now)
            ? removeUnconfirmed(keys.request(one.id), one.version, requests.save(one))
            : undefined,
        ),
    ],
    'withdrawn-practitioner': (['withdrawn', 'refused', 'merged'] as const).map(
      (state): DueList =>
        (now, after) =>
          onPage(practitioners.page(state, { after, size: PAGE_SIZE }), ({ id, updatedAt }) =>
            updatedAt <= dueUntil('withdrawn-practitioner', now)
              ? () => erased(deps.erasePractitioner(id))
              : undefined,
          ),
    ),
    'ended-request': (['completed', 'lapsed', 'withdrawn', 'refused'] as const).map(
      (state): DueList =>
        (now, after) =>
          onPage(requests.page(state, { after, size: PAGE_SIZE }), (request) =>
            requestEndedBy(request, dueUntil('ended-request', now))
              ? () => erased(deps.eraseRequest(request.id))
              : undefined,
          ),
    ),
    'feedback-comments': (['completed', 'ended-early'] as const).map(
      (state): DueList =>
        (now, after) =>
          onPage(matches.page(state, { after, size: PAGE_SIZE }), (match) => {
            const changed =
              match.endedAt <= dueUntil('feedback-comments', now) ? withoutComments(match) : undefined;
            return changed && (() => commit([matches.save(changed)]));
          }),
    ),
    'decline-notes': [
      (now, after) =>
        onPage(
          offers.decidedPage('declined', {
            after,
            until: dueUntil('decline-notes', now),
            size: PAGE_SIZE,
          }),
          (offer) => {
            const changed = withoutPersonal(offerRows, offer);
            return changed && (() => commit([offers.save(changed)]));
          },
        ),
    ],
    'prescribing-lead': [
      async (now, after) => {
        const { found, ...rest } = await organisations.page({ after, size: PAGE_SIZE });
        const old = found.filter(({ createdAt }) => createdAt <= dueUntil('prescribing-lead', now));
        const unnamed = await namedByNobody(
          table,
          old.flatMap((organisation) => withoutLead(organisation) ?? []),
        );
        return { ...rest, found: unnamed.map((one) => () => commit([organisations.save(one)])) };
      },
      dueWithoutOrganisation(deps),
    ],
    'named-person': dueWithoutRole(deps),
    'round-plans': [
      (now, after) =>
        onPage(
          roundsWithPlans(table)(dueUntil('round-plans', now), { after, size: PAGE_SIZE }),
          (round) => () => withoutPlans(table)(round),
        ),
    ],
    'sent-emails': [
      (now, after) =>
        onPage(
          emails.donePage({ after, until: dueUntil('sent-emails', now), size: PAGE_SIZE }),
          ({ id }) =>
            () =>
              remove(keys.email(id)),
        ),
    ],
    links: [rowsUntil(lists.links, 'links')],
    'changed-values': [rowsUntil(lists.changedValues, 'changed-values')],
    audit: [rowsUntil(lists.audit, 'audit')],
    counters: [rowsUntil(lists.counters, 'counters')],
  };
};

/** Finds people who had been erased and are in the table again because an older backup was restored. */
export const erasedAndBack =
  ({
    table,
    erasePractitioner,
    eraseRequest,
  }: Pick<Deps, 'table' | 'erasePractitioner' | 'eraseRequest'>): DueList =>
  async (_: Instant, after) => {
    const { found, ...rest } = await erasuresPage(table, { after, size: PAGE_SIZE });
    const idsOf = (wanted: 'practitioner' | 'request'): readonly string[] =>
      found.flatMap(({ noun, id }) => (noun === wanted ? [id] : []));
    const { practitioners, requests } = await readNouns(table, {
      practitioners: idsOf('practitioner'),
      requests: idsOf('request'),
    });
    return {
      ...rest,
      found: [
        ...[...practitioners.keys()].map((id) => async () => (await erasePractitioner(id)).ok),
        ...[...requests.keys()].map((id) => async () => (await eraseRequest(id)).ok),
      ],
    };
  };
