import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { roundPolicy } from '../../../shared/rounds/round-policy.ts';
import { misfitsOf } from '../../../shared/rounds/misfits.ts';
import { aSeat, TODAY } from '../../support/builders.ts';
import { dpp, learner } from '../../support/rounds/people.ts';
import { anAssignment } from '../../support/rounds/plan-parts.ts';
import { noContext } from '../../support/no-context.ts';

const given = (id: string, practitionerId = 'd1', changes: object = {}) =>
  anAssignment({ requestId: id, seatId: `${id}-1`, practitionerId, ...changes });

const changed = (
  assignments: readonly ReturnType<typeof given>[],
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
) =>
  misfitsOf(
    assignments,
    {
      requests: new Map(requests.map((one) => [one.id, one])),
      practitioners: new Map(practitioners.map((one) => [one.id, one])),
    },
    roundPolicy,
    TODAY,
    noContext,
  );

describe('a pair of a plan', () => {
  it('holds while nothing has changed, and a kept one is not judged again', () => {
    expect(changed([given('a')], [learner('a')], [dpp('d1')])).toEqual([]);
    expect(changed([given('a', 'd1', { kept: true })], [], [])).toEqual([]);
  });

  it.each([
    ['the request is gone', []],
    ['the request is withdrawn', [learner('a', { state: 'withdrawn' })]],
    ['the request is open', [learner('a', { seats: [aSeat({ id: 'other' })] })]],
    ['the seat is not vacant any more', [learner('a', { seats: [aSeat({ id: 'a-1', state: 'offered' })] })]],
  ])('falls: %s', (reason, requests) => {
    expect(changed([given('a')], requests, [dpp('d1')])).toEqual([
      { requestId: 'a', practitionerId: 'd1', changed: reason },
    ]);
  });

  it('falls with the practitioner, or with what they offer', () => {
    expect(changed([given('a')], [learner('a')], [])).toMatchObject([{ changed: 'the DPP is gone' }]);
    const paused = dpp('d1', { state: 'paused', patientFacing: false });
    expect(changed([given('a')], [learner('a')], [paused])).toMatchObject([
      { changed: 'Listed: paused, wanted listed; Patient-facing: not patient-facing, wanted patient-facing' },
    ]);
  });

  it('falls when the pairs before it take the last place', () => {
    const both = [learner('a'), learner('b')];
    expect(changed([given('a'), given('b')], both, [dpp('d1')])).toEqual([
      { requestId: 'b', practitionerId: 'd1', changed: 'Places free in the period: 0, wanted 1 at least' },
    ]);
    expect(changed([given('a'), given('b')], both, [dpp('d1', { placesOffered: 2 })])).toEqual([]);
  });

  it('falls when one before it gives the same person another seat of the request', () => {
    const team = learner('a', {
      seats: [aSeat({ id: 'a-1' }), aSeat({ id: 'a-2', role: 'practice-supervisor' })],
    });
    const second = anAssignment({ seatId: 'a-2', role: 'practice-supervisor' });
    const told = changed([given('a'), second], [team], [dpp('d1', { placesOffered: 2 })]);
    expect(told).toHaveLength(1);
    expect(told[0]?.changed).toContain('Two different people');
  });

  it('that fell takes no place from those after it', () => {
    const requests = [learner('a', { state: 'withdrawn' }), learner('b')];
    expect(changed([given('a'), given('b')], requests, [dpp('d1')])).toMatchObject([{ requestId: 'a' }]);
  });
});
