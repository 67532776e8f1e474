import { answerOffer } from '../../functions/matching/answer-offer.ts';
import { endMatch } from '../../functions/matching/end-match.ts';
import { feedback } from '../../functions/matching/feedback.ts';
import { heldBackBy } from '../../functions/matching/held-back.ts';
import { lapseOffers } from '../../functions/matching/lapse-offers.ts';
import { lapseRequests } from '../../functions/matching/lapse-requests.ts';
import { matchSeats } from '../../functions/matching/match-seats.ts';
import { memoryOf } from '../../functions/matching/memory.ts';
import { moveOn } from '../../functions/matching/move-on.ts';
import { withdrawOffersWithoutPlace } from '../../functions/matching/withdraw-offers-without-place.ts';
import { dailyReminders } from '../../functions/notifications/daily-reminders.ts';
import { eventRecorder } from '../../functions/notifications/delivery/record-event.ts';
import { digestRunRepository } from '../../functions/notifications/digests/digest-run.ts';
import { digestNounsLoader } from '../../functions/notifications/digests/load-nouns.ts';
import { factsLoader } from '../../functions/notifications/email/facts.ts';
import { messageNamed } from '../../functions/notifications/email/messages/catalogue.ts';
import { letterWriter } from '../../functions/notifications/prepare-letter.ts';
import { recordDelivery } from '../../functions/notifications/record-delivery.ts';
import { everyReminder } from '../../functions/notifications/reminders/every-reminder.ts';
import { emailSender } from '../../functions/notifications/send-email.ts';
import { sendEmails } from '../../functions/notifications/send-emails.ts';
import { stopOfLink } from '../../functions/notifications/stop-of-link.ts';
import { sweepOutbox } from '../../functions/notifications/sweep-outbox.ts';
import { unsubscribe } from '../../functions/notifications/unsubscribe.ts';
import { weeklyDigests } from '../../functions/notifications/weekly-digests.ts';
import type { Chance } from '../../functions/platform/chance.ts';
import type { Clock } from '../../functions/platform/clock.ts';
import type { Mailer } from '../../functions/platform/mail/mailer.ts';
import { emailRepository } from '../../functions/platform/storage/email-repository.ts';
import { ledgerRepository } from '../../functions/platform/storage/ledger-repository.ts';
import { linkRepository } from '../../functions/platform/storage/link-repository.ts';
import { matchRepository } from '../../functions/platform/storage/match-repository.ts';
import { offerRepository } from '../../functions/platform/storage/offer-repository.ts';
import { organisationRepository } from '../../functions/platform/storage/organisation-repository.ts';
import { practitionerRepository } from '../../functions/platform/storage/practitioner-repository.ts';
import { requestRepository } from '../../functions/platform/storage/request-repository.ts';
import { roundRepository } from '../../functions/platform/storage/round-repository.ts';
import { suppressionRepository } from '../../functions/platform/storage/suppression-repository.ts';
import type { Table } from '../../functions/platform/storage/table.ts';
import { recordCheck } from '../../functions/programme/record-check.ts';
import { confirmRound } from '../../functions/programme/rounds/confirm-round.ts';
import { endRound, revealRound } from '../../functions/programme/rounds/end-round.ts';
import { gatherRound } from '../../functions/programme/rounds/gather-round.ts';
import { planRound } from '../../functions/programme/rounds/plan-round.ts';
import { capacity } from '../../functions/registration/capacity.ts';
import { changeListing } from '../../functions/registration/change-listing.ts';
import { eraseOwnRequest, takeBack } from '../../functions/registration/close-request.ts';
import { confirm } from '../../functions/registration/confirm.ts';
import { confirmPractitioner } from '../../functions/registration/confirm-practitioner.ts';
import { confirmRequest } from '../../functions/registration/confirm-request.ts';
import { confirmationLimits } from '../../functions/registration/confirmation-limits.ts';
import { disown } from '../../functions/registration/disown.ts';
import { eraseListing, leaveListing } from '../../functions/registration/leave-listing.ts';
import { openRequests } from '../../functions/registration/open-requests.ts';
import { register } from '../../functions/registration/register.ts';
import { renewLink } from '../../functions/registration/renew-link.ts';
import { request } from '../../functions/registration/request.ts';
import { policy } from '../../shared/matching/policy.ts';
import { roundPolicy } from '../../shared/matching/round/round-policy.ts';

export const TEAM = 'team@dpp-match.example';
/** E-mails an hour for the whole service: low enough to be reached. */
export const AN_HOUR = 60;

export interface Ports {
  readonly table: Table;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly mailer: Mailer;
}

const quiet = { event: () => undefined, surprise: () => undefined };

/** The service as one run of a function sees it: the real use cases over the ports that the run was given. */
export const services = ({ table, clock, chance, mailer }: Ports) => {
  const nouns = {
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    offers: offerRepository(table),
    matches: matchRepository(table),
    organisations: organisationRepository(table),
    emails: emailRepository(table),
    links: linkRepository(table),
    ledger: ledgerRepository(table),
  };
  const limits = confirmationLimits;
  const base = { table, clock, chance, log: quiet, limits, ...nouns };
  const deps = { ...base, renew: renewLink(base) };
  const suppressions = suppressionRepository(table);
  const rounds = roundRepository(table);
  const memory = memoryOf({ ledger: nouns.ledger, rounds, clock, policy });
  const roundDeps = { table, clock, chance, log: quiet, policy: roundPolicy, memory, version: 'simulated' };

  const send = () =>
    emailSender({
      ...deps,
      mailer,
      anHour: AN_HOUR,
      prepare: letterWriter({
        loadFacts: factsLoader(table),
        messageNamed,
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

  return {
    nouns,
    register: () => register(deps),
    request: () => request(deps),
    confirm: () =>
      confirm({
        ...deps,
        confirmPractitioner: confirmPractitioner({ ...deps, trustedDomains: ['trusted.example'] }),
        confirmRequest: confirmRequest({ ...deps, openRequests: openRequests(table, nouns.requests) }),
        disown: disown(deps),
      }),
    recordCheck: () => recordCheck(deps),
    answerOffer: () => answerOffer(deps),
    feedback: () => feedback(deps),
    endMatch: () => endMatch(deps),
    changeListing: () => changeListing(deps),
    capacity: () => capacity({ ...deps, changeListing: changeListing(deps) }),
    leave: () => leaveListing(deps),
    eraseListing: () => eraseListing(deps),
    takeBack: () => takeBack(deps),
    eraseRequest: () => eraseOwnRequest(deps),
    matchSeats: () => matchSeats({ ...deps, policy, memory, heldBack: heldBackBy({ rounds, clock }) }),
    gatherRound: () => gatherRound(roundDeps),
    planRound: () => planRound(roundDeps),
    confirmRound: () => confirmRound(roundDeps),
    revealRound: () => revealRound(roundDeps),
    endRound: () => endRound(roundDeps),
    unsubscribe: () => unsubscribe({ ...deps, suppressions, stopOf: stopOfLink(nouns) }),
    moveOn: () =>
      moveOn({
        lapseRequests: lapseRequests(deps),
        lapseOffers: lapseOffers(deps),
        withdrawOffersWithoutPlace: withdrawOffersWithoutPlace(deps),
      }),
    sendEmails: () => sendEmails({ send: send(), log: quiet }),
    sweep: () => sweepOutbox({ ...deps, send: send() }),
    daily: () => dailyReminders({ ...deps, reminders: everyReminder(nouns) }),
    digests: () =>
      weeklyDigests({ ...deps, runs: digestRunRepository(table), loadNouns: digestNounsLoader(nouns) }),
    recordDelivery: () =>
      recordDelivery({
        log: quiet,
        record: eventRecorder({
          ...deps,
          suppress: (address, reason, at) => suppressions.suppress(address, reason, at),
        }),
      }),
  };
};

export type Services = ReturnType<typeof services>;
