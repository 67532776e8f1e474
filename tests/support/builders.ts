import type { MatchIn, MatchState } from '../../shared/matches/match.ts';
import type { OfferIn, OfferState } from '../../shared/offers/offer.ts';
import type { DeclaredConflict } from '../../shared/requests/declared-conflict.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import type { RequestIn, SeatIn, SeatState, SupervisionRequest } from '../../shared/requests/request.ts';

/** Saturday 21 November 2026, 09:00 in London: the default time of tests. */
export const NOW = '2026-11-21T09:00:00.000Z';
export const TODAY = '2026-11-21';

/** A listed pharmacist in Gillingham with one free place: eligible for `aRequest()`. */
export const aPractitioner = (changes: Partial<Practitioner> = {}): Practitioner => ({
  id: 'dpp1',
  version: 1,
  state: 'listed',
  name: 'Amara Example',
  email: 'amara@dpp.example',
  profession: 'pharmacist',
  regulator: 'gphc',
  registrationNumber: '2012345',
  annotationYear: 2016,
  yearsPrescribing: 10,
  patientFacing: true,
  supervisedBefore: 2,
  preparation: ['rps-framework'],
  supervisesProfessions: ['pharmacist', 'nurse', 'midwife', 'physiotherapist', 'dietitian'],
  supervisesLearnerTypes: ['pharmacist-ip', 'foundation-pharmacist', 'v300', 'allied-health'],
  seatRoles: ['dpp', 'practice-assessor', 'practice-supervisor'],
  leadArea: 'cardiovascular',
  areas: ['cardiovascular', 'lipids'],
  setting: 'general-practice',
  organisation: { id: 'harbour-surgery', name: 'Harbour Surgery' },
  sites: [{ outcode: 'ME7', town: 'Gillingham', place: 'medway-swale' }],
  days: ['monday', 'tuesday', 'thursday'],
  mode: 'in-person',
  placesOffered: 1,
  availableFrom: '2026-11-01',
  hoursPerWeek: 8,
  fee: 'free',
  employerApproval: true,
  consent: { wording: 'publish-1', at: '2026-11-01T09:00:00.000Z' },
  flags: [],
  provisional: false,
  check: { by: 'Team Example', at: '2026-11-02T09:00:00.000Z', seen: 'register entry', dueOn: '2027-11-02' },
  commitments: [],
  pendingOffers: [],
  createdAt: '2026-11-01T09:00:00.000Z',
  confirmedAt: '2026-11-01T09:05:00.000Z',
  updatedAt: '2026-11-02T09:00:00.000Z',
  ...changes,
});

/** An undecided conflict of interest with one person, given by name or by e-mail address. */
export const conflictWith = (written: string, changes: Partial<DeclaredConflict> = {}): DeclaredConflict => ({
  kind: 'line-manager',
  ...(written.includes('@') ? { address: written } : { name: written }),
  decision: { is: 'undecided' },
  ...changes,
});

const taken = { offerId: 'offer1', practitionerId: 'dpp1' };

/** The fields that a seat has in each of its states, in addition to those that every seat has. */
const seatStates: { readonly [State in SeatState]: Partial<SeatIn<State>> } = {
  vacant: {},
  offered: taken,
  filled: { ...taken, matchId: 'match1' },
};

const seat = (state: SeatState, changes: object): object => ({
  id: 'seat1',
  role: 'dpp',
  hours: 90,
  tried: [],
  ...seatStates[state],
  state,
  ...changes,
});

/** A `dpp` seat of 90 hours: vacant unless the changes name another state. */
export const aSeat = <State extends SeatState = 'vacant'>(
  changes: { readonly state?: State } & Partial<SeatIn<State>> = {},
): SeatIn<State> => seat(changes.state ?? 'vacant', changes) as SeatIn<State>;

const request = (state: SupervisionRequest['state'], changes: object): object => ({
  id: 'req1',
  version: 1,
  requestedBy: 'learner',
  requesterName: 'Lee Learner',
  email: 'lee@learner.example',
  profession: 'pharmacist',
  learnerType: 'pharmacist-ip',
  registrationNumber: '2054321',
  organisation: { id: 'medway-pharmacy', name: 'Medway Pharmacy' },
  site: { outcode: 'ME4', town: 'Chatham', place: 'medway-swale' },
  leadArea: 'cardiovascular',
  areas: ['cardiovascular'],
  scope: 'Adults with hypertension in primary care.',
  setting: 'general-practice',
  university: 'medway',
  courseStart: '2027-02-01',
  courseEnd: '2027-07-31',
  applicationsClose: '2027-01-18',
  signOffNeededBy: '2027-01-04',
  hours: 90,
  namedDppHours: 20,
  days: ['monday', 'tuesday'],
  maxMinutes: 30,
  maxMiles: 10,
  remoteAcceptable: false,
  employerSupport: true,
  conflicts: [],
  ownDpp: 'none',
  spokeHours: 0,
  seats: [aSeat()],
  exclusions: [],
  consent: { wording: 'request-1', at: '2026-11-20T09:00:00.000Z' },
  createdAt: '2026-11-20T09:00:00.000Z',
  confirmedAt: '2026-11-20T09:10:00.000Z',
  updatedAt: '2026-11-20T09:10:00.000Z',
  ...changes,
  state,
});

/**
 * A request of a pharmacist in Chatham for the course that starts in February 2027: open unless the changes name
 * another state.
 */
export const aRequest = <State extends SupervisionRequest['state'] = 'open'>(
  changes: { readonly state?: State } & Partial<SupervisionRequest> = {},
): RequestIn<State> => request(changes.state ?? 'open', changes) as RequestIn<State>;

const decidedAt = '2026-11-21T08:00:00.000Z';

/** The fields that an offer has in each of its states, in addition to those that every offer has. */
const offerStates: { readonly [State in OfferState]: Partial<OfferIn<State>> } = {
  pending: {},
  accepted: { decidedAt, matchId: 'match1' },
  declined: { decidedAt, declineReason: 'no-time' },
  lapsed: { decidedAt },
  withdrawn: { decidedAt },
};

type OfferChanges<State extends OfferState> = { readonly state?: State } & Partial<OfferIn<State>>;

const offer = (state: OfferState, changes: object): object => ({
  id: 'offer1',
  version: 1,
  requestId: 'req1',
  seatId: 'seat1',
  role: 'dpp',
  practitionerId: 'dpp1',
  rank: 1,
  eligibleCount: 3,
  cost: 40,
  contributions: [{ criterion: 'travel', points: 40, facts: { minutes: 4, roadMiles: 2 } }],
  policy: '2026-11',
  holdsPlace: false,
  madeAt: '2026-11-20T09:15:00.000Z',
  remindAt: '2026-11-24T09:15:00.000Z',
  expiresAt: '2026-11-27T09:15:00.000Z',
  ...offerStates[state],
  state,
  ...changes,
});

/** An offer of `aPractitioner()`'s place for `aRequest()`'s seat: pending unless the changes name another state. */
export const anOffer = <State extends OfferState = 'pending'>(
  changes: OfferChanges<State> = {},
): OfferIn<State> => offer(changes.state ?? 'pending', changes) as OfferIn<State>;

const endedAt = '2027-05-03T09:00:00.000Z';

/** The fields that a match has in each of its states, in addition to those that every match has. */
const matchStates: { readonly [State in MatchState]: Partial<MatchIn<State>> } = {
  agreed: {},
  started: {},
  completed: { endedAt },
  'ended-early': { endedAt, endReason: 'other' },
  undone: { endedAt },
};

const match = (state: MatchState, changes: object): object => ({
  id: 'match1',
  version: 1,
  requestId: 'req1',
  seatId: 'seat1',
  role: 'dpp',
  offerId: 'offer1',
  practitionerId: 'dpp1',
  home: { id: 'medway-pharmacy', name: 'Medway Pharmacy' },
  homePlace: 'medway-swale',
  host: { id: 'harbour-surgery', name: 'Harbour Surgery' },
  hostPlace: 'medway-swale',
  hours: 90,
  from: '2027-02-01',
  to: '2027-07-31',
  agreedAt: '2026-11-21T08:00:00.000Z',
  ...matchStates[state],
  state,
  ...changes,
});

/** A match of `aPractitioner()` and `aRequest()`: agreed unless the changes name another state. */
export const aMatch = <State extends MatchState = 'agreed'>(
  changes: { readonly state?: State } & Partial<MatchIn<State>> = {},
): MatchIn<State> => match(changes.state ?? 'agreed', changes) as MatchIn<State>;
