import type {
  LearnerOutcome,
  RoundPlan,
  SeatAssignment,
  UnplacedSeat,
} from '../../../shared/rounds/round-plan.ts';

/** An assignment of learner `a` to DPP `d1`, the best of three eligible DPPs. */
export const anAssignment = (changes: Partial<SeatAssignment> = {}): SeatAssignment => ({
  requestId: 'a',
  seatId: 'a-1',
  role: 'dpp',
  practitionerId: 'd1',
  kept: false,
  points: 40,
  minutes: 12,
  miles: 4,
  contributions: [{ criterion: 'travel', points: 40, facts: { minutes: 12, roadMiles: 4.1 } }],
  rank: 1,
  of: 3,
  passedOver: [],
  ...changes,
});

/** An unplaced learner `z`, whose places have gone to other learners. */
export const anUnplaced = (changes: Partial<UnplacedSeat> = {}): UnplacedSeat => ({
  requestId: 'z',
  seatId: 'z-1',
  role: 'dpp',
  reason: 'outcompeted',
  of: 1,
  competitors: ['a'],
  bottlenecks: ['d1'],
  nearMisses: [],
  ...changes,
});

export const anOutcome = (changes: Partial<LearnerOutcome> = {}): LearnerOutcome => ({
  requestId: 'a',
  kept: false,
  placed: true,
  waitingDays: 5,
  points: 40,
  miles: 4,
  place: 'medway-swale',
  profession: 'pharmacist',
  learnerType: 'pharmacist-ip',
  setting: 'general-practice',
  organisationId: 'medway-pharmacy',
  ownDpps: false,
  seats: 1,
  seatsPlaced: 1,
  hours: 90,
  hoursPlaced: 90,
  firstCome: { placed: false },
  ...changes,
});

export const aPlan = (changes: Partial<RoundPlan> = {}): RoundPlan => ({
  summary: {
    learners: 1,
    pinned: 0,
    signOff: { placed: 1, points: 40, miles: 4 },
    firstCome: { placed: 0, points: 0, miles: 0 },
    otherSeats: { wanted: 0, placed: 0 },
    completeTeams: 1,
  },
  stages: [],
  assignments: [],
  unplaced: [],
  outcomes: [],
  bottlenecks: [],
  pressure: {},
  ...changes,
});
