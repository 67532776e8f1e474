import { describe, expect, it } from 'vitest';
import { makeWorld } from '../../../infra/local/seed/make-world.ts';
import { placesUsed } from '../../../shared/capacity/capacity.ts';
import { periodOf } from '../../../shared/requests/request.ts';
import { isInWindow } from '../../../shared/rounds/round-moves.ts';
import { allocate } from '../../../shared/allocation/allocate.ts';
import { verify } from '../../../shared/allocation/verify.ts';
import { judge } from '../../../shared/matching/judge.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { computeRoundPlan, signOffRoles, stageContext } from '../../../shared/rounds/compute-round-plan.ts';
import { roundInstance } from '../../../shared/rounds/round-instance.ts';
import { readPolicyFile, roundPolicy } from '../../../shared/rounds/round-policy.ts';
import { snapshotOf } from '../../../shared/rounds/snapshot.ts';
import { withAssignments } from '../../../shared/rounds/solve-stage.ts';
import { misfitsOf } from '../../../shared/rounds/misfits.ts';
import { whyNot } from '../../../shared/rounds/why-not.ts';
import { NOW, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const world = makeWorld(NOW);
const [round] = world.rounds;
const requests = [...world.requests.values()].filter(
  (request) => request.state === 'open' && isInWindow(round!, request),
);
const practitioners = [...world.practitioners.values()].filter(({ state }) => state === 'listed');
const facts = { day: TODAY, requests, practitioners, kept: [], balances: {}, carriedOver: [] };
const snapshot = snapshotOf(facts);
const planned = computeRoundPlan(kentAndMedway, snapshot, roundPolicy, 'seed');
if (!planned.ok) throw new Error(planned.refusal.problem);
const plan = planned.value;

describe('the plan of the demonstration cohort', () => {
  it('is of at least 25 learners, nurses and learning hubs among them, and places most', () => {
    expect(requests.length).toBeGreaterThanOrEqual(25);
    expect(requests.some(({ profession }) => profession === 'nurse')).toBe(true);
    expect(requests.some(({ spokeHours }) => spokeHours > 0)).toBe(true);
    expect(plan.summary.signOff.placed).toBeGreaterThan(plan.summary.firstCome.placed);
    expect(plan.assignments.some(({ role }) => role === 'practice-supervisor')).toBe(true);
    expect(plan.assignments.some(({ role }) => role === 'spoke-supervisor')).toBe(true);
  });

  it('is judged from the snapshot as from the full records', () => {
    for (const request of requests) {
      const bare = snapshot.requests.find(({ id }) => id === request.id)!;
      for (const practitioner of practitioners) {
        const without = snapshot.practitioners.find(({ id }) => id === practitioner.id)!;
        const seat = request.seats[0]!;
        const real = judge(request, seat, practitioner, policy, TODAY, noContext);
        const kept = judge(bare, bare.seats[0]!, without, policy, TODAY, noContext);
        const told = (one: typeof real) => (one.eligible ? one : one.unmet.map(({ name }) => name));
        expect(told(kept)).toEqual(told(real));
      }
    }
  });

  it('is proved the best by the verifier', () => {
    const { instance } = roundInstance(
      snapshot.requests,
      snapshot.practitioners,
      roundPolicy,
      TODAY,
      stageContext(kentAndMedway, snapshot, 'seed', signOffRoles),
    );
    const solved = allocate(instance);
    expect(solved.ok && verify(instance, solved.value)).toEqual([]);
  });

  it('fits the facts that it was made from, and gives nobody more learners than places on any day', () => {
    const fresh = {
      requests: new Map(requests.map((one) => [one.id, one])),
      practitioners: new Map(practitioners.map((one) => [one.id, one])),
    };
    expect(misfitsOf(plan.assignments, fresh, roundPolicy, TODAY, noContext)).toEqual([]);
    const after = withAssignments({ requests, practitioners }, plan.assignments);
    for (const practitioner of after.practitioners)
      for (const request of requests)
        expect(placesUsed(practitioner, periodOf(request))).toBeLessThanOrEqual(
          Math.max(practitioner.placesOffered, practitioner.commitments.length),
        );
  });

  it('never gives two seats of one request to one person', () => {
    for (const { id } of requests) {
      const people = plan.assignments
        .filter(({ requestId }) => requestId === id)
        .map((one) => one.practitionerId);
      expect(new Set(people).size).toBe(people.length);
    }
  });

  it('adds up: points are the contributions, and the stages are the sum of their pairs', () => {
    for (const { points, contributions } of plan.assignments)
      expect(contributions.reduce((sum, one) => sum + one.points, 0)).toBe(points);
    const signOff = plan.assignments.filter(({ role }) => signOffRoles.includes(role));
    expect(signOff.reduce((sum, { points }) => sum + points, 0)).toBe(plan.summary.signOff.points);
  });

  it('has a reason for every seat that has nobody', () => {
    const seats = requests.flatMap((request) => request.seats.map(({ id }) => id));
    const named = [...plan.assignments, ...plan.unplaced].map(({ seatId }) => seatId);
    expect(named.toSorted()).toEqual(seats.toSorted());
    for (const { reason, competitors, bottlenecks } of plan.unplaced)
      if (reason === 'outcompeted') expect(competitors.length * bottlenecks.length).toBeGreaterThan(0);
  });

  it('is the same whatever the order of what was read', () => {
    const turned = snapshotOf({
      ...facts,
      requests: requests.toReversed(),
      practitioners: practitioners.toReversed(),
    });
    expect(JSON.stringify(computeRoundPlan(kentAndMedway, turned, roundPolicy, 'seed'))).toBe(
      JSON.stringify(planned),
    );
  });

  it('says of every pair why it is not in it', () => {
    for (const { id } of snapshot.requests.slice(0, 4))
      for (const practitioner of snapshot.practitioners.slice(0, 10)) {
        const told = whyNot(kentAndMedway, snapshot, roundPolicy, 'seed', id, practitioner.id);
        expect(told.ok && told.value.answer.length).toBeGreaterThan(10);
        expect(told.ok && told.value.eligible === (told.value.unmet.length === 0)).toBe(true);
      }
  });
});

describe('a policy file', () => {
  it('with a quota for the whole round places no more', () => {
    const file = readPolicyFile(
      {
        version: 'what-if',
        quotas: { system: { value: 5, reason: 'a trial' }, places: {}, organisations: {} },
      },
      kentAndMedway.geography,
      roundPolicy,
    );
    const limited = computeRoundPlan(kentAndMedway, snapshot, file.data!, 'seed');
    expect(limited.ok && limited.value.summary.signOff.placed).toBe(5);
    expect(limited.ok && limited.value.bottlenecks.some(({ kind }) => kind === 'system')).toBe(true);
  });

  it('needs a reason beside every weight', () => {
    expect(
      readPolicyFile(
        { version: 'x', pairs: { otherPlace: { value: 10 } } },
        kentAndMedway.geography,
        roundPolicy,
      ).success,
    ).toBe(false);
  });
});
