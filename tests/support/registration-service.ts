import type { HttpReply, HttpRequest } from '../../functions/web/http/http-message.ts';
import { auditRepository } from '../../functions/store/repositories/audit-repository.ts';
import { emailRepository } from '../../functions/store/repositories/email-repository.ts';
import { linkRepository } from '../../functions/store/repositories/link-repository.ts';
import { matchRepository } from '../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../functions/store/repositories/offer-repository.ts';
import { organisationRepository } from '../../functions/store/repositories/organisation-repository.ts';
import { organisationTrustRepository } from '../../functions/store/repositories/organisation-trust-repository.ts';
import { practitionerRepository } from '../../functions/store/repositories/practitioner-repository.ts';
import { vouchRepository } from '../../functions/store/repositories/vouch-repository.ts';
import { requestRepository } from '../../functions/store/repositories/request-repository.ts';
import { confirm } from '../../functions/registration/confirmation/confirm.ts';
import { confirmPractitioner } from '../../functions/registration/confirmation/confirm-practitioner.ts';
import { confirmRequest } from '../../functions/registration/confirmation/confirm-request.ts';
import { changeOwnListing } from '../../functions/matching/matches/change-own-listing.ts';
import { confirmPractitionerAddress } from '../../functions/registration/confirmation/confirm-practitioner-address.ts';
import { confirmNewAddress } from '../../functions/registration/confirmation/confirm-new-address.ts';
import { confirmLead } from '../../functions/registration/confirmation/confirm-lead.ts';
import { namedPage } from '../../functions/registration/confirmation/named-page.ts';
import { objectToNaming } from '../../functions/registration/confirmation/object-to-naming.ts';
import { leadPage } from '../../functions/registration/confirmation/lead-page.ts';
import { answerSupport } from '../../functions/registration/requests/answer-support.ts';
import { askForAddress } from '../../functions/registration/requests/ask-for-address.ts';
import { nameLearner } from '../../functions/registration/requests/name-learner.ts';
import { namingPages } from '../../functions/registration/requests/naming-pages.ts';
import { nameLead } from '../../functions/registration/requests/name-lead.ts';
import { support } from '../../functions/registration/requests/support.ts';
import { confirmationLimits } from '../../functions/web/links/confirmation-limits.ts';
import { disownAddress } from '../../functions/privacy/erasure/disown-address.ts';
import { journeyHandlers } from '../../functions/web/journeys/journey-handlers.ts';
import { registerWords, requestWords } from '../../functions/registration/journey-words.ts';
import { openRequests } from '../../functions/store/open-requests.ts';
import { register } from '../../functions/registration/listings/register.ts';
import { renewLink } from '../../functions/web/links/renew-link.ts';
import { request } from '../../functions/registration/requests/request.ts';
import { requestList } from '../../functions/registration/requests/request-list.ts';
import { severalLearners } from '../../functions/registration/requests/several-learners.ts';
import { capacity } from '../../functions/registration/listings/capacity.ts';
import { changeListing } from '../../functions/store/change-listing.ts';
import { matchPages } from '../../functions/matching/matches/match-pages.ts';
import { pauseRequest } from '../../functions/matching/matches/pause-request.ts';
import { changesOf } from '../../functions/registration/requests/changes-of.ts';
import { takeBackRequest } from '../../functions/matching/matches/take-back-request.ts';
import { eraseRequest } from '../../functions/privacy/erasure/erase-request.ts';
import { changedOffer } from '../../functions/registration/listings/changed-offer.ts';
import { correctNumber } from '../../functions/registration/listings/correct-number.ts';
import { leaveListing } from '../../functions/matching/matches/leave-listing.ts';
import { eraseListing } from '../../functions/privacy/erasure/erase-listing.ts';
import { manage } from '../../functions/registration/listings/manage.ts';
import { dataOfPractitioner, dataOfRequester } from '../../functions/privacy/export/personal-data.ts';
import { status } from '../../functions/registration/requests/status.ts';
import { statusActions } from '../../functions/registration/requests/status-actions.ts';
import { roundForLearner } from '../../functions/matching/rounds/round-news.ts';
import type { Match } from '../../shared/matches/match.ts';
import type { Offer } from '../../shared/offers/offer.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../shared/requests/request.ts';
import type { Link } from '../../shared/notifications/link.ts';
import { addHours, epochOf, instantOf } from '../../shared/kernel/time.ts';
import { organisationIndexOf } from '../../shared/systems/organisations/organisation-index.ts';
import { NOW } from './builders.ts';
import { anHttpRequest } from './http-event.ts';
import { supplyOfRows } from '../../functions/matching/seats/matching-supply.ts';
import { whatWouldHelp } from '../../functions/matching/seats/what-would-help.ts';
import { askForNewAddress } from '../../functions/registration/listings/ask-for-new-address.ts';
import { tellOtherTeam } from '../../functions/registration/confirmation/tell-other-team.ts';
import { kentAndMedwayOrganisations } from './kent-and-medway-organisations.ts';
import { indexedTable } from '../../functions/store/table/indexed-table.ts';
import { memoryTable } from './memory-table/memory-table.ts';
import { kentRegistration, kentRequest } from './journeys.ts';
import { learnersDomain } from './learners-domain.ts';
import { noContext } from './no-context.ts';
import { kentAndMedway } from './kent-and-medway.ts';

const organisations = organisationIndexOf(kentAndMedwayOrganisations);

/**
 * Creates the registration use cases over a table in memory, with a clock that tests set.
 * @param learnersConfirmed whether the domain of the learners' addresses is confirmed, see `learnersDomain`
 */
export const registrationService = ({ learnersConfirmed = true } = {}) => {
  const table = indexedTable(memoryTable());
  const domain = learnersDomain(table);
  if (learnersConfirmed && domain.do === 'put') table.restore([domain.row]);
  const given = new Set(table.rows().map(({ pk, sk }) => `${pk} ${sk}`));
  let ids = 0;
  let now = epochOf(NOW);
  const clock = { now: () => instantOf(now) };
  const shared = {
    system: kentAndMedway,
    table,
    clock,
    chance: { id: () => `id${(ids += 1)}`, token: () => String((ids += 1)).padStart(43, 'T') },
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    organisations: organisationRepository(table),
    trust: organisationTrustRepository(table),
    vouches: vouchRepository(table),
    offers: offerRepository(table),
    matches: matchRepository(table),
    emails: emailRepository(table),
    links: linkRepository(table),
    audit: auditRepository(table),
    limits: confirmationLimits([]),
    knownOrganisations: () => Promise.resolve(organisations),
    secrets: () => Promise.resolve(['a secret of thirty-two characters'] as const),
  };
  const deps = { ...shared, renew: renewLink(shared) };
  const counted = { ...deps, openRequests: openRequests(table, deps.requests) };
  const naming = namingPages({ ...deps, nameLearner: nameLearner(counted) });
  const ofKind = (kind: string) => table.rows().filter((row) => row['kind'] === kind);
  return {
    ...deps,
    register: journeyHandlers(kentRegistration, registerWords(kentAndMedway), {
      ...deps,
      submit: register(deps),
    }),
    request: journeyHandlers(kentRequest, requestWords(kentAndMedway), { ...deps, submit: request(deps) }),
    naming: naming.besides({
      showAction: () => Promise.reject(new Error('another action')),
      takeAction: () => Promise.reject(new Error('another action')),
    }),
    list: severalLearners({ ...deps, submitList: requestList(deps) }),
    confirm: confirm({
      ...deps,
      confirmPractitioner: confirmPractitioner({
        ...deps,
        tellOtherTeam: tellOtherTeam(deps),
      }),
      confirmRequest: confirmRequest(counted),
      confirmNewAddress: confirmNewAddress(counted),
      confirmPractitionerAddress: confirmPractitionerAddress(deps),
      disown: disownAddress(deps),
    }),
    named: namedPage({ ...deps, objectToNaming: objectToNaming(deps) }),
    lead: leadPage({ ...deps, confirmLead: confirmLead(deps) }),
    support: support({ ...deps, answerSupport: answerSupport(counted) }),
    manage: manage({
      ...deps,
      changeListing: changeOwnListing(deps),
      correctNumber: correctNumber({ ...deps, tellOtherTeam: tellOtherTeam(deps) }),
      changedOffer: changedOffer(deps),
      askForNewAddress: askForNewAddress(deps),
      matchPages: matchPages(deps),
      leave: leaveListing(deps),
      erase: eraseListing(deps),
      personalData: dataOfPractitioner(deps),
    }),
    capacity: capacity({ ...deps, changeListing: changeListing(deps) }),
    status: {
      ...status({
        whatHelps: whatWouldHelp({
          system: kentAndMedway,
          supply: supplyOfRows({ table, clock: deps.clock, memory: () => Promise.resolve(noContext) }),
        }),
        inRound: roundForLearner(table),
        ...deps,
      }),
      ...statusActions({
        ...deps,
        takeBack: takeBackRequest(deps),
        matchPages: matchPages(deps),
        pauseRequest: pauseRequest(deps),
        changes: changesOf(deps),
        nameLead: nameLead(deps),
        askForAddress: askForAddress(deps),
        erase: eraseRequest(deps),
        personalData: dataOfRequester(deps),
      }),
    },
    /** Writes records directly to the table. */
    given: async (nouns: {
      readonly practitioners?: readonly Practitioner[];
      readonly requests?: readonly SupervisionRequest[];
      readonly offers?: readonly Offer[];
      readonly matches?: readonly Match[];
    }) => {
      const fresh = <Noun extends { version: number }>(noun: Noun): Noun => ({ ...noun, version: 0 });
      await table.commit([
        ...(nouns.practitioners ?? []).map((one) => deps.practitioners.save(fresh(one))),
        ...(nouns.requests ?? []).map((one) => deps.requests.save(fresh(one))),
        ...(nouns.offers ?? []).map((one) => deps.offers.save(fresh(one))),
        ...(nouns.matches ?? []).map((one) => deps.matches.save(fresh(one))),
      ]);
    },
    pass: (milliseconds: number) => (now += milliseconds),
    /** Lists the kinds of the rows that were stored since the service was made, sorted, without rows of the index. */
    kinds: () =>
      table
        .rows()
        .filter(({ pk, sk, kind }) => kind !== 'index' && !given.has(`${pk} ${sk}`))
        .map((row) => String(row['kind']))
        .sort(),
    /** Lists the names of all messages in the outbox, sorted. */
    mails: () =>
      ofKind('email')
        .map((row) => deps.emails.parse(row).name)
        .sort(),
    ofKind,
    /** Mints a link as the e-mail sender does. */
    link: async (link: Omit<Link, 'expiresAt'>, hours = 24): Promise<string> => {
      const token = deps.chance.token();
      await table.commit([deps.links.mint({ ...link, expiresAt: addHours(clock.now(), hours) }, token)]);
      return token;
    },
  };
};

export type RegistrationService = ReturnType<typeof registrationService>;

interface Pages {
  readonly show: (request: HttpRequest) => Promise<HttpReply>;
  readonly take: (request: HttpRequest) => Promise<HttpReply>;
}

export const seen = (pages: Pages, params: Record<string, string>, query: HttpRequest['query'] = {}) =>
  pages.show(anHttpRequest({ params, query }));

export const sent = (pages: Pages, params: Record<string, string>, form: HttpRequest['form']) =>
  pages.take(anHttpRequest({ method: 'POST', params, form }));

export const sentJson = (take: Pages['take'], json: unknown, params: Record<string, string> = {}) =>
  take(anHttpRequest({ method: 'POST', params, json, wantsJson: true }));

/** Returns the hidden fields of a page as a browser would send them. */
export const hiddenIn = (html: string): Record<string, readonly string[]> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      [value ?? ''],
    ]),
  );
