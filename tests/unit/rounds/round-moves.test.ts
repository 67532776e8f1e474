import { describe, expect, test } from 'vitest';
import {
  confirmedRound,
  confirmingRound,
  endedRound,
  holdsBack,
  isInWindow,
  revealedRound,
  plannedRound,
  planningRound,
} from '../../../shared/rounds/round-moves.ts';
import type { Round, RoundPlanRef, RoundSummary } from '../../../shared/rounds/round.ts';
import { aRequest } from '../../support/builders.ts';

const NOW = '2026-11-20T09:00:00.000Z';
const plan: RoundPlanRef = {
  id: 'plan1',
  at: '2026-11-19T09:00:00.000Z',
  day: '2026-11-19',
  inputHash: 'hash',
  policy: 'p',
  code: 'c',
  learners: 2,
  practitioners: 3,
};
const summary: RoundSummary = {
  learners: 2,
  pinned: 0,
  signOff: { placed: 2, points: 10, miles: 4 },
  firstCome: { placed: 1, points: 4, miles: 2 },
  otherSeats: { wanted: 0, placed: 0 },
  completeTeams: 2,
};
const aRound = (changes: Partial<Round> = {}): Round => ({
  id: 'round1',
  version: 3,
  state: 'gathering',
  name: 'Spring',
  startsFrom: '2027-02-01',
  startsTo: '2027-03-01',
  seed: 'seed',
  seedHash: 'hash of the seed',
  heldUntil: '2026-12-20T09:00:00.000Z',
  wave: 0,
  offersMade: 4,
  createdAt: '2026-11-01T09:00:00.000Z',
  createdBy: 'Team',
  updatedAt: '2026-11-01T09:00:00.000Z',
  ...changes,
});
const value = (moved: ReturnType<typeof planningRound>): Round => {
  if (!moved.ok) throw new Error(moved.refusal);
  return moved.value;
};

describe('a snapshot', () => {
  test('of a gathering round begins its plan and says who is in time for it', () => {
    expect(value(planningRound(aRound(), plan, NOW))).toEqual({
      ...aRound(),
      state: 'planning',
      plan,
      wave: 0,
      firstSnapshotAt: plan.at,
      updatedAt: NOW,
    });
  });

  test('taken again before offers are made moves the time at which somebody had to have asked', () => {
    const again = planningRound(
      aRound({ state: 'planned', firstSnapshotAt: '2026-11-10T09:00:00.000Z' }),
      plan,
      NOW,
    );
    expect(value(again)).toMatchObject({ wave: 0, firstSnapshotAt: plan.at });
  });

  test('of a confirmed round is its next follow-up, and nobody new comes in by it', () => {
    const confirmed = aRound({
      state: 'confirmed',
      wave: 1,
      confirmedAt: '2026-11-12T09:00:00.000Z',
      firstSnapshotAt: '2026-11-10T09:00:00.000Z',
    });
    expect(value(planningRound(confirmed, plan, NOW))).toMatchObject({
      state: 'planning',
      wave: 2,
      firstSnapshotAt: '2026-11-10T09:00:00.000Z',
    });
    const { firstSnapshotAt: _, ...unknown } = confirmed;
    expect(value(planningRound(unknown, plan, NOW)).firstSnapshotAt).toBe(plan.at);
  });

  test.each(['confirming', 'closed', 'abandoned'] as const)('is not taken of a round that is %s', (state) => {
    expect(planningRound(aRound({ state }), plan, NOW)).toEqual({
      ok: false,
      refusal: 'round-not-open-for-that',
    });
  });
});

describe('a solved round', () => {
  test('has its figures beside its plan', () => {
    expect(value(plannedRound(aRound({ state: 'planning', plan }), summary, NOW))).toMatchObject({
      state: 'planned',
      plan: { ...plan, summary },
    });
  });

  test('needs a plan', () => {
    expect(plannedRound(aRound({ state: 'planning' }), summary, NOW)).toEqual({
      ok: false,
      refusal: 'round-without-plan',
    });
  });
});

describe('a confirmed round', () => {
  const planned = aRound({ state: 'planned', plan });

  test('keeps its learners 16 days for follow-ups, and never less long than it said before', () => {
    expect(value(confirmingRound(aRound({ ...planned, heldUntil: NOW }), 'Robin', NOW))).toMatchObject({
      state: 'confirming',
      confirmedAt: NOW,
      confirmedBy: 'Robin',
      heldUntil: '2026-12-06T09:00:00.000Z',
    });
    expect(value(confirmingRound(planned, 'Robin', NOW)).heldUntil).toBe(planned.heldUntil);
  });

  test('remembers its first plan and the one that was confirmed last', () => {
    expect(value(confirmingRound(planned, 'Robin', NOW))).toMatchObject({
      firstPlan: 'plan1',
      confirmedPlan: 'plan1',
    });
    const followUp = aRound({ ...planned, firstPlan: 'plan0' });
    expect(value(confirmingRound(followUp, 'Robin', NOW))).toMatchObject({
      firstPlan: 'plan0',
      confirmedPlan: 'plan1',
    });
    const bare = value(confirmingRound(aRound({ state: 'planned' }), 'Robin', NOW));
    expect([bare.firstPlan, bare.confirmedPlan]).toEqual([undefined, undefined]);
  });

  test('counts the offers of all its waves', () => {
    expect(value(confirmedRound(aRound({ state: 'confirming' }), 3, NOW))).toMatchObject({
      state: 'confirmed',
      offersMade: 7,
    });
  });

  test('is closed at its end; one that never made offers is abandoned', () => {
    expect(value(endedRound(aRound({ state: 'confirmed', confirmedAt: NOW }), NOW)).state).toBe('closed');
    expect(value(endedRound(aRound({ state: 'planned', confirmedAt: NOW }), NOW)).state).toBe('closed');
    expect(value(endedRound(aRound({ state: 'planned' }), NOW)).state).toBe('abandoned');
  });

  test('shows its seed from then on; the first time counts', () => {
    expect(revealedRound(aRound(), NOW)).toEqual({ ok: false, refusal: 'round-not-open-for-that' });
    expect(value(revealedRound(aRound({ confirmedAt: NOW }), NOW)).revealedAt).toBe(NOW);
    const before = '2026-11-15T09:00:00.000Z';
    expect(value(revealedRound(aRound({ confirmedAt: NOW, revealedAt: before }), NOW)).revealedAt).toBe(
      before,
    );
  });
});

describe('the learners of a round', () => {
  test.each([
    ['2027-01-31', false],
    ['2027-02-01', true],
    ['2027-03-01', true],
    ['2027-03-02', false],
  ])('a course that starts on %s: %s', (courseStart, belongs) => {
    expect(isInWindow(aRound(), aRequest({ courseStart }))).toBe(belongs);
  });

  test('only learners of its place, where it has one', () => {
    const request = aRequest({ courseStart: '2027-02-01' });
    expect(isInWindow(aRound({ place: request.site.place }), request)).toBe(true);
    expect(isInWindow(aRound({ place: 'east-kent' }), request)).toBe(false);
  });
});

describe('learners whom a round holds back from individual matching', () => {
  const asked = '2026-11-18T09:00:00.000Z';
  const waiting = aRequest({ courseStart: '2027-02-01', signOffNeededBy: '2027-01-04', confirmedAt: asked });

  test.each(['gathering', 'planning', 'planned', 'confirming', 'confirmed'] as const)(
    'while it is %s',
    (state) => {
      expect(holdsBack(aRound({ state }), waiting, NOW)).toBe(true);
    },
  );

  test.each(['closed', 'abandoned'] as const)('nobody once it is %s', (state) => {
    expect(holdsBack(aRound({ state }), waiting, NOW)).toBe(false);
  });

  test('nobody outside the round, and nobody after the end of the hold', () => {
    expect(holdsBack(aRound(), aRequest({ ...waiting, courseStart: '2027-06-01' }), NOW)).toBe(false);
    expect(holdsBack(aRound({ heldUntil: NOW }), waiting, NOW)).toBe(false);
    expect(holdsBack(aRound({ heldUntil: '2026-11-20T09:00:00.001Z' }), waiting, NOW)).toBe(true);
  });

  test('nobody whose DPP must be named within 21 days', () => {
    expect(holdsBack(aRound(), aRequest({ ...waiting, signOffNeededBy: '2026-12-10' }), NOW)).toBe(false);
    expect(holdsBack(aRound(), aRequest({ ...waiting, signOffNeededBy: '2026-12-11' }), NOW)).toBe(true);
  });

  test('nobody who asked after the snapshot of a round that was confirmed', () => {
    const confirmed = (changes: Partial<Round> = {}) =>
      aRound({ state: 'confirmed', confirmedAt: '2026-11-19T09:00:00.000Z', ...changes });
    expect(holdsBack(confirmed(), waiting, NOW)).toBe(true);
    expect(holdsBack(confirmed({ firstSnapshotAt: asked }), waiting, NOW)).toBe(true);
    expect(holdsBack(confirmed({ firstSnapshotAt: '2026-11-18T08:59:59.000Z' }), waiting, NOW)).toBe(false);
    expect(holdsBack(confirmed({ confirmedAt: '2026-11-17T09:00:00.000Z' }), waiting, NOW)).toBe(false);
    expect(holdsBack(aRound({ firstSnapshotAt: '2026-11-01T09:00:00.000Z' }), waiting, NOW)).toBe(true);
  });
});
