import { letterWriter } from '../../functions/notifications/outbox/prepare-letter.ts';
import type { DigestRun } from '../../functions/store/table/rows/digest-run-rows.ts';
import type { Facts } from '../../functions/notifications/email/facts.ts';
import { messages } from '../../functions/notifications/email/messages/catalogue.ts';
import type { OutgoingMail } from '../../functions/notifications/outbox/mailer.ts';
import { computeFigures } from '../../shared/digest/compute-figures.ts';
import { type DigestScope, scopeId } from '../../shared/digest/scope.ts';
import { type EmailName, emailFor, emailNames } from '../../shared/notifications/email.ts';
import type { Link } from '../../shared/notifications/link.ts';
import { addressHash } from '../../functions/platform/hash.ts';
import { organisationPersonId } from '../../functions/store/repositories/organisation-trust-repository.ts';
import type { OrganisationPerson } from '../../shared/people/organisation-person.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import type { Organisation } from '../../shared/people/organisation.ts';
import { addHours } from '../../shared/kernel/time.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW, TODAY, conflictWith } from './builders.ts';
import { digestNouns } from './digest-nouns.ts';
import { kentAndMedway } from './kent-and-medway.ts';

export const SAMPLE_SITE = 'https://dpp-match.example';

export const anOrganisation = (changes: Partial<Organisation> = {}): Organisation => ({
  id: 'harbour-surgery',
  version: 1,
  name: 'Harbour Surgery',
  place: 'medway-swale',
  leadName: 'Nia Example',
  leadEmail: 'nia@harbour.example',
  leadConfirmedAt: '2026-11-01T09:00:00.000Z',
  digests: true,
  createdAt: '2026-11-01T09:00:00.000Z',
  ...changes,
});

export const aDigestRun = (scope: DigestScope, previous = true): DigestRun => {
  const nouns = digestNouns();
  const before = {
    ...nouns,
    requests: nouns.requests.slice(0, 9),
    practitioners: nouns.practitioners.slice(1),
  };
  return {
    id: `2026-W47#${scopeId(scope)}`,
    version: 1,
    scope,
    at: NOW,
    figures: computeFigures(nouns, TODAY, kentAndMedway)(scope),
    ...(previous ? { previous: computeFigures(before, '2026-11-14', kentAndMedway)(scope) } : {}),
  };
};

type Nouns = Omit<Facts, 'system' | 'email' | 'now' | 'today'>;

const agreed: Nouns = {
  practitioner: aPractitioner({ phone: '01632 960 001' }),
  request: aRequest({ state: 'matched' }),
  match: aMatch(),
  offer: anOffer({ state: 'accepted' }),
  seat: aSeat({ state: 'filled' }),
};
const reasons = [
  {
    criterion: 'area',
    points: 0,
    facts: { knows: 'leads', area: 'cardiovascular', wanted: 'cardiovascular' },
  },
  { criterion: 'travel', points: 40, facts: { minutes: 11, roadMiles: 2.5, town: 'Gillingham' } },
  { criterion: 'place', points: 0, facts: { learner: 'medway-swale', practitioner: 'medway-swale' } },
  { criterion: 'days', points: 0, facts: { common: 'monday tuesday', missing: 0 } },
];
const asked: Nouns = {
  practitioner: aPractitioner(),
  request: aRequest(),
  offer: anOffer({ contributions: reasons }),
  seat: aSeat(),
};
const looking: Nouns = { request: aRequest(), seat: aSeat() };
const listed: Nouns = { practitioner: aPractitioner() };
const long = '2026-08-01T09:00:00.000Z';

/** A registration that has not been checked against the professional register yet. */
const unchecked = (changes: Partial<Practitioner>): Practitioner => {
  const { check, ...practitioner } = aPractitioner({ state: 'awaiting-check', ...changes });
  return check === undefined ? aPractitioner() : practitioner;
};

const ledBy = { nmpLeadName: 'Nina Lead', nmpLeadEmail: 'nina@learner.example' };
/** Somebody whom a learner named as prescribing lead. */
const aLead: OrganisationPerson = {
  id: organisationPersonId('lead', 'nina@learner.example'),
  version: 1,
  organisationId: 'harbour-surgery',
  role: 'lead',
  name: 'Nina Lead',
  email: 'nina@learner.example',
  state: 'proposed',
  proposedBy: 'request#req1',
  proposedAt: NOW,
};
const { leadName: _name, leadEmail: _email, leadConfirmedAt: _at, ...unledOrganisation } = anOrganisation();

/** A request from a private address, whose lead was asked. */
const waitingForSupport = aRequest({
  state: 'waiting-for-support',
  seats: [],
  ...ledBy,
  support: { since: NOW, askedAt: NOW },
});
/** A match that its DPP ended early. */
const endedByDpp = aMatch({
  state: 'ended-early',
  endReason: 'not-working',
  endedAt: NOW,
  ending: { by: 'practitioner', cause: 'broke-down', hoursDone: 30 },
});
/** The person whom a DPP named as back-up. */
const named = { backUpName: 'Bilal Back-up', backUpEmail: 'bilal@dpp.example' };
const vouching: Nouns = {
  practitioner: aPractitioner({ state: 'awaiting-proof' }),
  person: {
    id: 'voucher#1',
    version: 1,
    organisationId: 'harbour-surgery',
    role: 'voucher',
    name: 'Petra Manager',
    email: 'petra@shared.example',
    state: 'confirmed',
    proposedAt: NOW,
  },
  vouch: {
    version: 1,
    practitionerId: 'dpp1',
    organisationId: 'harbour-surgery',
    personId: 'voucher#1',
    askedAt: NOW,
  },
};

/** For each message, records in a state in which the message has to be sent. */
/** A request that its lead has supported. */
const supported = (changes: Partial<ReturnType<typeof aRequest>> = {}) =>
  aRequest({
    nmpLeadName: 'Nina Lead',
    nmpLeadEmail: 'lead@trust.nhs.uk',
    support: { since: NOW, askedAt: NOW, answer: { says: 'supports', at: NOW, counts: true } },
    ...changes,
  });

const nouns: Readonly<Record<EmailName, Nouns>> = {
  'practitioner-address-confirm': { practitioner: aPractitioner({ state: 'unconfirmed' }) },
  'practitioner-registration-received': { practitioner: aPractitioner({ state: 'awaiting-check' }) },
  'practitioner-checked-and-listed': listed,
  'practitioner-check-needs-more': { practitioner: aPractitioner({ state: 'awaiting-check' }) },
  'practitioner-waiting-for-proof': { practitioner: aPractitioner({ state: 'awaiting-proof' }) },
  'practitioner-corrected': {
    practitioner: aPractitioner({ recheck: { since: NOW, fields: ['name'] } }),
  },
  'practitioner-new-address-confirm': { practitioner: aPractitioner({ newEmail: 'new@dpp.example' }) },
  'practitioner-address-changing': { practitioner: aPractitioner({ newEmail: 'new@dpp.example' }) },
  'practitioner-listings-merged': listed,
  'practitioner-suspended': {
    practitioner: aPractitioner({ state: 'suspended', suspension: { reason: 'regulator', at: NOW } }),
  },
  'practitioner-unlisted': { practitioner: aPractitioner({ state: 'unlisted' }) },
  'practitioner-reinstated': listed,
  'practitioner-refused': { practitioner: aPractitioner({ state: 'refused' }) },
  'practitioner-name-removed': {
    practitioner: aPractitioner(),
  },
  'practitioner-data-exported': listed,
  'practitioner-erasing': listed,
  'practitioner-already-registered': listed,
  'practitioner-manage-link': listed,
  'practitioner-capacity-check-in': { practitioner: aPractitioner({ confirmedAt: long }) },
  'practitioner-capacity-reminder': { practitioner: aPractitioner({ confirmedAt: long }) },
  'practitioner-silent-check-in': { practitioner: aPractitioner({ silence: { lapses: 2, since: NOW } }) },
  'practitioner-listing-hidden': { practitioner: aPractitioner({ state: 'stale', confirmedAt: long }) },
  'practitioner-offer-made': asked,
  'practitioner-offer-reminder': asked,
  'practitioner-offer-lapsed': { ...asked, offer: anOffer({ state: 'lapsed' }) },
  'practitioner-offer-withdrawn': { ...asked, offer: anOffer({ state: 'withdrawn' }) },
  'practitioner-offer-changed': asked,
  'practitioner-dates-asked': {
    ...agreed,
    match: aMatch({ move: { from: '2027-09-20', to: '2028-03-20', askedAt: NOW } }),
  },
  'practitioner-match-agreed': agreed,
  'practitioner-learner-named': agreed,
  'practitioner-match-ended': {
    ...agreed,
    match: aMatch({ state: 'ended-early', endReason: 'learner-left', endedAt: NOW }),
  },
  'practitioner-match-ending': agreed,
  'practitioner-match-finished': agreed,
  'practitioner-feedback-asked': { ...agreed, match: aMatch({ state: 'completed', endedAt: NOW }) },
  'requester-address-confirm': { request: aRequest({ state: 'unconfirmed' }) },
  'requester-request-open': looking,
  'requester-status-link': looking,
  'named-in-listing': {
    practitioner: aPractitioner(named),
  },
  'lead-named': { person: aLead, organisation: unledOrganisation },
  'lead-match-agreed': { ...agreed, request: supported({ state: 'matched' }) },
  'lead-sign-off-near': { request: supported() },
  'lead-match-ended': {
    ...agreed,
    request: aRequest({
      nmpLeadName: 'Nina Lead',
      nmpLeadEmail: 'lead@trust.nhs.uk',
      seats: [aSeat({ hours: 60, hoursDone: 30 })],
    }),
    match: endedByDpp,
  },
  'team-match-ended': { ...agreed, match: endedByDpp },
  'lead-confirmed': {
    person: { ...aLead, state: 'confirmed', addressConfirmedAt: NOW },
    organisation: anOrganisation(),
  },
  'lead-replaced': { person: { ...aLead, state: 'replaced' }, organisation: anOrganisation() },
  'team-lead-named': { person: aLead, organisation: anOrganisation() },
  'requester-support-awaited': { request: waitingForSupport },
  'requester-support-declined': {
    request: aRequest({
      state: 'waiting-for-support',
      ...ledBy,
      support: { since: NOW, askedAt: NOW, answer: { says: 'does-not-support', at: NOW, counts: true } },
    }),
  },
  'requester-new-address-confirm': {
    request: aRequest({ state: 'waiting-for-support', newEmail: 'lee.learner@hospital.example' }),
  },
  'lead-support-asked': { request: waitingForSupport },
  'lead-support-reminder': { request: waitingForSupport },
  'team-support-answered': {
    request: aRequest({
      state: 'waiting-for-support',
      ...ledBy,
      support: {
        since: NOW,
        askedAt: NOW,
        answer: { says: 'supports', at: NOW, counts: false, because: 'address-not-known' },
      },
    }),
  },
  'team-support-overdue': { request: waitingForSupport },
  'requester-asked-again': looking,
  'requester-not-opened': { request: aRequest({ state: 'unconfirmed' }) },
  'requester-data-exported': looking,
  'requester-erasing': looking,
  'requester-request-refused': { request: aRequest({ state: 'refused' }) },
  'requester-offer-declined': { ...asked, offer: anOffer({ state: 'declined', declineReason: 'no-time' }) },
  'requester-offer-taken-back': {
    ...asked,
    offer: anOffer({ state: 'withdrawn', takenBack: 'dpp-not-available' }),
  },
  'requester-match-agreed': agreed,
  'requester-match-undone': { ...agreed, match: aMatch({ state: 'undone' }) },
  'requester-nobody-yet': looking,
  'requester-deadline-passed': { request: aRequest({ state: 'lapsed' }) },
  'requester-request-withdrawn': { request: aRequest({ state: 'withdrawn' }) },
  'requester-request-changed': looking,
  'requester-request-paused': { request: aRequest({ state: 'paused' }) },
  'requester-request-resumed': looking,
  'requester-dates-agreed': agreed,
  'requester-seat-reopened': looking,
  'requester-match-ending': agreed,
  'requester-match-finished': agreed,
  'requester-feedback-asked': { ...agreed, match: aMatch({ state: 'completed', endedAt: NOW }) },
  'voucher-asked': vouching,
  'voucher-reminder': vouching,
  'team-number-claimed': {
    practitioner: aPractitioner({ id: 'dpp2', claimsNumberOf: 'dpp1', email: 'owner@nhs.net' }),
    otherPractitioner: aPractitioner(),
  },
  'team-vouch-answered': vouching,
  'team-proof-missing': { practitioner: aPractitioner({ state: 'awaiting-proof' }) },
  'team-check-wanted': {
    practitioner: unchecked({ flags: ['under-three-years', 'payment-interest'] }),
  },
  'team-nobody-left': looking,
  'team-sign-off-near': looking,
  'team-dates-unanswered': {
    ...agreed,
    match: aMatch({ move: { from: '2027-09-20', to: '2028-03-20', askedAt: NOW } }),
  },
  'team-tie-unclear': {
    request: aRequest({ learnerName: 'Lee Learner', conflicts: [conflictWith('J Whitlock')] }),
    practitioner: aPractitioner({ name: 'Jane Anne Whitlock', email: 'jane.whitlock@dpp.example' }),
  },
  'team-deadline-passed': { request: aRequest({ state: 'lapsed' }) },
  'team-asked-twice': {
    request: aRequest(),
    otherRequest: aRequest({
      id: 'req2',
      state: 'unconfirmed',
      requesterName: 'Lena Learner',
      email: 'lena@elsewhere.example',
    }),
  },
  'team-conflict-declared': { request: aRequest({ conflicts: [conflictWith('Sam')] }) },
  'team-address-bounced': { practitioner: aPractitioner() },
  'team-practitioner-unreachable': {
    practitioner: aPractitioner({ unreachableSince: NOW }),
    requests: [aRequest()],
  },
  'team-requester-unreachable': { request: aRequest({ unreachableSince: NOW }) },
  'team-offer-not-delivered': {
    ...asked,
    offer: anOffer({ contributions: reasons, notDeliveredSince: addHours(NOW, -25) }),
  },
  'team-number-used-elsewhere': listed,
  'team-reconcile-alarm': {},
  'digest-system': { digest: aDigestRun({ kind: 'system' }) },
  'digest-place': { digest: aDigestRun({ kind: 'place', place: 'medway-swale' }) },
  'digest-organisation': {
    organisation: anOrganisation(),
    digest: aDigestRun({
      kind: 'organisation',
      organisationId: 'harbour-surgery',
      name: 'Harbour Surgery',
    }),
  },
};

/** Occasions of messages that need one; others have "sample". */
const occasions: Readonly<Partial<Record<EmailName, string>>> = {
  'named-in-listing': addressHash(named.backUpEmail),
  'practitioner-name-removed': 'back-up',
};

/** Returns the facts of a message, with changes. */
export const sampleFacts = (name: EmailName, changes: Nouns = {}): Facts => {
  const all = { ...nouns[name], ...changes };
  return {
    system: kentAndMedway,
    email: emailFor(name, 'sample', { occasion: occasions[name] ?? 'sample' }, NOW),
    now: NOW,
    today: TODAY,
    ...(all.request === undefined ? {} : { storedRequest: all.request }),
    ...all,
  };
};

export interface SampleMessage {
  readonly name: EmailName;
  readonly mail: OutgoingMail;
  /** The links minted for the message. */
  readonly links: readonly Link[];
}

/** Renders one message from its facts. Returns undefined if there is no reason to send the message. */
export const renderSample = async (facts: Facts): Promise<SampleMessage | undefined> => {
  const links: Link[] = [];
  const write = letterWriter({
    loadFacts: () => Promise.resolve(facts),
    messageNamed: (name) => Promise.resolve(messages[name]),
    suppressed: () => Promise.resolve(undefined),
    mint: (link) => {
      links.push(link);
      const token = `${link.kind}-token-${'0'.repeat(36)}`.slice(0, 43);
      return { token, change: { do: 'check', key: { pk: token, sk: token }, when: { is: 'anything' } } };
    },
    siteUrl: SAMPLE_SITE,
    replyTo: 'team@dpp-match.example',
    addresses: { team: 'team@dpp-match.example', placeLeads: {} },
  });
  const prepared = await write(facts.email, NOW);
  return prepared.is === 'letter' ? { name: facts.email.name, mail: prepared.letter.mail, links } : undefined;
};

/** Renders every message of the service for fictional people. */
export const sampleMessages = async (): Promise<readonly SampleMessage[]> => {
  const rendered = await Promise.all(emailNames.map((name) => renderSample(sampleFacts(name))));
  return rendered.filter((sample) => sample !== undefined);
};
