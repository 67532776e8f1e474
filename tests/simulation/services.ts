import { answerOffer } from '../../functions/matching/offers/answer-offer.ts';
import { endEarly } from '../../functions/matching/matches/end-early.ts';
import { datesPage } from '../../functions/matching/matches/dates-page.ts';
import { endMatch } from '../../functions/matching/matches/end-match.ts';
import { finishMatch } from '../../functions/matching/matches/finish-match.ts';
import { feedback } from '../../functions/matching/matches/feedback.ts';
import { heldByRound } from '../../functions/matching/seats/held-by-round.ts';
import { lapseOffers } from '../../functions/matching/offers/lapse-offers.ts';
import { lapseRequests } from '../../functions/matching/matches/lapse-requests.ts';
import { publishFromQueue } from '../../functions/directory/publish/publish-from-queue.ts';
import { datedTable } from '../../functions/store/table/dated-table.ts';
import { publishSupply } from '../../functions/directory/publish/publish-supply.ts';
import type { Objects } from '../../functions/platform/objects/objects.ts';
import { publishedFiles } from '../../functions/store/published-files.ts';
import { publishedSupply } from '../../functions/matching/seats/matching-supply.ts';
import { matchSeats } from '../../functions/matching/seats/match-seats.ts';
import { judgeContextOf } from '../../functions/store/judge-context.ts';
import { moveOn } from '../../functions/matching/move-on.ts';
import { takeBackOffers } from '../../functions/matching/offers/take-back-offers.ts';
import { dailyReminders } from '../../functions/notifications/reminders/daily-reminders.ts';
import { eventRecorder } from '../../functions/notifications/delivery/record-event.ts';
import { digestRunRepository } from '../../functions/store/repositories/digest-run-repository.ts';
import { digestNounsLoader } from '../../functions/notifications/digests/load-nouns.ts';
import { factsLoader } from '../../functions/notifications/email/facts.ts';
import { messages } from '../../functions/notifications/email/messages/catalogue.ts';
import { runProgressRepository } from '../../functions/store/repositories/run-progress-repository.ts';
import { letterWriter } from '../../functions/notifications/outbox/prepare-letter.ts';
import { recordDelivery } from '../../functions/notifications/delivery/record-delivery.ts';
import { everyReminder } from '../../functions/notifications/reminders/every-reminder.ts';
import { emailSender } from '../../functions/notifications/outbox/send-email.ts';
import { sendEmails } from '../../functions/notifications/outbox/send-emails.ts';
import { stopFromLink } from '../../functions/notifications/unsubscribe/stop-from-link.ts';
import { sweepOutbox } from '../../functions/notifications/outbox/sweep-outbox.ts';
import { unsubscribe } from '../../functions/notifications/unsubscribe/unsubscribe.ts';
import { weeklyDigests } from '../../functions/notifications/digests/weekly-digests.ts';
import type { Chance } from '../../functions/platform/chance.ts';
import type { Clock } from '../../functions/platform/clock.ts';
import { dispatchChanges } from '../../functions/changes/dispatch.ts';
import { matchFromQueue } from '../../functions/matching/seats/match-from-queue.ts';
import type { Queues } from '../../functions/platform/queues/queues.ts';
import type { Mailer } from '../../functions/notifications/outbox/mailer.ts';
import { emailRepository } from '../../functions/store/repositories/email-repository.ts';
import { ledgerRepository } from '../../functions/store/repositories/ledger-repository.ts';
import { linkRepository } from '../../functions/store/repositories/link-repository.ts';
import { matchRepository } from '../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../functions/store/repositories/offer-repository.ts';
import { organisationRepository } from '../../functions/store/repositories/organisation-repository.ts';
import { organisationTrustRepository } from '../../functions/store/repositories/organisation-trust-repository.ts';
import { practitionerRepository } from '../../functions/store/repositories/practitioner-repository.ts';
import { vouchRepository } from '../../functions/store/repositories/vouch-repository.ts';
import { requestRepository } from '../../functions/store/repositories/request-repository.ts';
import { roundRepository } from '../../functions/store/repositories/round-repository.ts';
import { suppressionRepository } from '../../functions/store/repositories/suppression-repository.ts';
import type { Table } from '../../functions/store/table/table.ts';
import { liftSuppression } from '../../functions/programme/addresses/lift-suppression.ts';
import { correctPractitioner } from '../../functions/programme/practitioners/correct-practitioner.ts';
import { decideClaim } from '../../functions/programme/practitioners/decide-claim.ts';
import { reinstatePractitioner } from '../../functions/programme/practitioners/reinstate-practitioner.ts';
import { suspendPractitioner } from '../../functions/programme/practitioners/suspend-practitioner.ts';
import { unlistPractitioner } from '../../functions/programme/practitioners/unlist-practitioner.ts';
import { vouchPage } from '../../functions/programme/vouching/vouch-page.ts';
import { countFigures } from '../../functions/directory/insights/count-figures.ts';
import { organisationPage } from '../../functions/programme/organisations/organisation-page.ts';
import { confirmDomain } from '../../functions/programme/organisations/confirm-domain.ts';
import { confirmPractitionerAddress } from '../../functions/registration/confirmation/confirm-practitioner-address.ts';
import { confirmNewAddress } from '../../functions/registration/confirmation/confirm-new-address.ts';
import { confirmLead } from '../../functions/registration/confirmation/confirm-lead.ts';
import { leadPage } from '../../functions/registration/confirmation/lead-page.ts';
import { confirmPerson } from '../../functions/programme/organisations/confirm-person.ts';
import { answerSupport } from '../../functions/registration/requests/answer-support.ts';
import { nameLead } from '../../functions/registration/requests/name-lead.ts';
import { support } from '../../functions/registration/requests/support.ts';
import { decideTie } from '../../functions/programme/flags/decide-tie.ts';
import { openRequest } from '../../functions/programme/requests/open-request.ts';
import { refuseRequest } from '../../functions/programme/requests/refuse-request.ts';
import { recordCheck } from '../../functions/programme/checks/record-check.ts';
import { confirmRound } from '../../functions/matching/rounds/confirm-round.ts';
import { endRound, revealRound } from '../../functions/matching/rounds/end-round.ts';
import { gatherRound } from '../../functions/matching/rounds/gather-round.ts';
import { planRound } from '../../functions/matching/rounds/plan-round.ts';
import { capacity } from '../../functions/registration/listings/capacity.ts';
import { askForNewAddress } from '../../functions/registration/listings/ask-for-new-address.ts';
import { askForAddress } from '../../functions/registration/requests/ask-for-address.ts';
import { changeListing } from '../../functions/store/change-listing.ts';
import { pauseRequest } from '../../functions/matching/matches/pause-request.ts';
import { changeAnswers } from '../../functions/registration/requests/change-answers.ts';
import { takeBackRequest } from '../../functions/matching/matches/take-back-request.ts';
import { eraseRequest } from '../../functions/privacy/erasure/erase-request.ts';
import { confirm } from '../../functions/registration/confirmation/confirm.ts';
import { tellOtherTeam } from '../../functions/registration/confirmation/tell-other-team.ts';
import { confirmPractitioner } from '../../functions/registration/confirmation/confirm-practitioner.ts';
import { confirmRequest } from '../../functions/registration/confirmation/confirm-request.ts';
import { losePractitioner } from '../../functions/matching/matches/lose-practitioner.ts';
import { loseRequester } from '../../functions/matching/matches/lose-requester.ts';
import { ownerOfAddressHash } from '../../functions/store/unique-claims.ts';
import { mailBudget } from '../../functions/notifications/outbox/mail-budget.ts';
import { confirmationLimits } from '../../functions/web/links/confirmation-limits.ts';
import { disownAddress } from '../../functions/privacy/erasure/disown-address.ts';
import { changeOwnListing } from '../../functions/matching/matches/change-own-listing.ts';
import { leaveListing } from '../../functions/matching/matches/leave-listing.ts';
import { eraseListing } from '../../functions/privacy/erasure/erase-listing.ts';
import { openRequests } from '../../functions/store/open-requests.ts';
import { register } from '../../functions/registration/listings/register.ts';
import { renewLink } from '../../functions/web/links/renew-link.ts';
import { request } from '../../functions/registration/requests/request.ts';
import { policy } from '../../shared/matching/policy.ts';
import { roundPolicy } from '../../shared/rounds/round-policy.ts';
import { organisationIndexOf } from '../../shared/systems/organisations/organisation-index.ts';
import { kentAndMedway } from '../support/kent-and-medway.ts';
import { hashPublicAtOnce } from '../support/rounds/hash-public-at-once.ts';
import { kentAndMedwayOrganisations } from '../support/kent-and-medway-organisations.ts';

export const TEAM = 'team@dpp-match.example';
/** Maximum number of e-mails in an hour, low enough to be reached. */
export const AN_HOUR = 60;

export interface Ports {
  readonly table: Table;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly mailer: Mailer;
  readonly queues: Queues;
  readonly objects: Objects;
}

const organisations = organisationIndexOf(kentAndMedwayOrganisations);
const quiet = { event: () => undefined, surprise: () => undefined };

/** Creates the service's own use cases over the ports of one run. */
export const services = ({ table: stored, clock, chance, mailer, queues, objects }: Ports) => {
  const table = datedTable(stored, clock);
  const nouns = {
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    offers: offerRepository(table),
    matches: matchRepository(table),
    organisations: organisationRepository(table),
    trust: organisationTrustRepository(table),
    vouches: vouchRepository(table),
    emails: emailRepository(table),
    links: linkRepository(table),
    ledger: ledgerRepository(table),
  };
  const limits = confirmationLimits([]);
  const base = {
    system: kentAndMedway,
    knownOrganisations: () => Promise.resolve(organisations),
    table,
    clock,
    chance,
    log: quiet,
    limits,
    ...nouns,
  };
  const deps = { ...base, renew: renewLink(base) };
  const counted = { ...deps, openRequests: openRequests(table, nouns.requests) };
  const suppressions = suppressionRepository(table);
  const rounds = roundRepository(table);
  const memory = judgeContextOf({ system: kentAndMedway, ledger: nouns.ledger, rounds, clock, policy });
  const roundDeps = {
    system: kentAndMedway,
    table,
    clock,
    chance,
    log: quiet,
    policy: roundPolicy,
    memory,
    publicHash: hashPublicAtOnce(table, objects),
    version: 'simulated',
  };

  const send = () =>
    emailSender({
      ...deps,
      mailer,
      budget: mailBudget(table, AN_HOUR),
      prepare: letterWriter({
        loadFacts: factsLoader(base),
        messageNamed: (name) => Promise.resolve(messages[name]),
        suppressed: (address) => suppressions.held(address),
        mint: (link) => {
          const token = chance.token();
          return { token, change: nouns.links.mint(link, token) };
        },
        siteUrl: 'https://dpp.example',
        replyTo: TEAM,
        addresses: { team: TEAM, placeLeads: {} },
      }),
    });

  const files = publishedFiles({ objects, systemId: kentAndMedway.id, clock });
  const supply = publishedSupply({ system: kentAndMedway, files, table, clock, memory });
  const publisher = () =>
    publishSupply({
      table,
      objects,
      system: kentAndMedway,
      siteUrl: 'https://dpp.example',
      clock,
      chance,
      log: quiet,
      memory,
    });
  const matcher = () => matchSeats({ ...deps, policy, supply, heldBack: heldByRound({ rounds, clock }) });

  return {
    nouns,
    dispatch: () => dispatchChanges({ queues, log: quiet }),
    matchFromQueue: () => matchFromQueue(matcher(), quiet),
    publishFromQueue: () => publishFromQueue(publisher(), quiet),
    tick: () => publisher().tick,
    register: () => register(deps),
    request: () => request(deps),
    confirm: () =>
      confirm({
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
    lead: () => leadPage({ ...deps, confirmLead: confirmLead(deps) }),
    support: () => support({ ...deps, answerSupport: answerSupport(counted) }),
    nameLead: () => nameLead(deps),
    decideTie: () => decideTie(deps),
    openRequest: () => openRequest(counted),
    refuseRequest: () => refuseRequest(deps),
    recordCheck: () => recordCheck(deps),
    confirmDomain: () => confirmDomain(deps),
    confirmPerson: () => confirmPerson(deps),
    suspendPractitioner: () => suspendPractitioner(deps),
    unlistPractitioner: () => unlistPractitioner(deps),
    reinstatePractitioner: () => reinstatePractitioner(deps),
    correctPractitioner: () => correctPractitioner(deps),
    decideClaim: () => decideClaim(deps),
    vouchPage: () => vouchPage(deps),
    organisationPage: () =>
      organisationPage({
        ...deps,
        counted: async () =>
          (await countFigures({ ...deps, rounds: () => Promise.resolve([]) })(clock.now())).organisations,
      }),
    askForNewAddress: () => askForNewAddress(deps),
    askForAddress: () => askForAddress(deps),
    liftSuppression: () => liftSuppression(deps),
    answerOffer: () => answerOffer(deps),
    feedback: () => feedback(deps),
    endMatch: () => endMatch(deps),
    endEarly: () => endEarly(deps),
    dates: () => datesPage(deps),
    finishMatch: () => finishMatch(deps),
    changeListing: () => changeOwnListing(deps),
    capacity: () => capacity({ ...deps, changeListing: changeListing(deps) }),
    leave: () => leaveListing(deps),
    eraseListing: () => eraseListing(deps),
    takeBack: () => takeBackRequest(deps),
    pauseRequest: () => pauseRequest(deps),
    changeAnswers: () => changeAnswers(counted),
    eraseRequest: () => eraseRequest(deps),
    matchSeats: matcher,
    gatherRound: () => gatherRound(roundDeps),
    planRound: () => planRound(roundDeps),
    confirmRound: () => confirmRound(roundDeps),
    revealRound: () => revealRound(roundDeps),
    endRound: () => endRound(roundDeps),
    unsubscribe: () => unsubscribe({ ...deps, suppressions, stopOf: stopFromLink(nouns) }),
    moveOn: () =>
      moveOn({
        lapseRequests: lapseRequests(deps),
        lapseOffers: lapseOffers(deps),
        takeBackOffers: takeBackOffers(deps),
      }),
    sendEmails: () => sendEmails({ send: send(), log: quiet }),
    sweep: () => sweepOutbox({ ...deps, send: send() }),
    daily: () =>
      dailyReminders({
        ...deps,
        progress: runProgressRepository(table),
        reminders: everyReminder({ ...nouns, system: deps.system }),
      }),
    digests: () =>
      weeklyDigests({
        ...deps,
        runs: digestRunRepository(table),
        loadNouns: digestNounsLoader({ ...nouns, system: deps.system }),
      }),
    recordDelivery: () =>
      recordDelivery({
        log: quiet,
        record: eventRecorder({
          ...deps,
          suppress: (address, reason, at) => suppressions.suppress(address, reason, at),
          ownerOf: (fingerprint) => ownerOfAddressHash(table, fingerprint),
          losePractitioner: losePractitioner(deps),
          loseRequester: loseRequester(deps),
        }),
      }),
  };
};

export type Services = ReturnType<typeof services>;
