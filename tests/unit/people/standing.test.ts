import { describe, expect, it } from 'vitest';
import { isPublic } from '../../../shared/directory/is-public.ts';
import { judge } from '../../../shared/matching/judge.ts';
import { withoutDetails } from '../../../shared/matching/index/scanned-facts.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { makeOffer } from '../../../shared/offers/offer-moves.ts';
import { type Practitioner, presentPractitionerStates } from '../../../shared/people/practitioner.ts';
import { everyStanding, meaningOf, type Standing, standingsOf } from '../../../shared/people/standing.ts';
import { commonSettings } from '../../../shared/systems/service-settings.ts';
import { addDays } from '../../../shared/kernel/time.ts';
import { aPractitioner, aRequest, aSeat, NOW, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';

const check = { by: 'Nina', at: '2025-11-02T09:00:00.000Z', seen: 'annotated' };

/** A practitioner who is listed but for one state or one fact. */
const examples: Readonly<Record<Standing, Partial<Practitioner>>> = {
  unconfirmed: { state: 'unconfirmed' },
  'awaiting-check': { state: 'awaiting-check' },
  'awaiting-proof': { state: 'awaiting-proof' },
  listed: {},
  paused: { state: 'paused' },
  unlisted: { state: 'unlisted' },
  stale: { state: 'stale' },
  suspended: { state: 'suspended', suspension: { reason: 'regulator', at: NOW } },
  refused: { state: 'refused' },
  merged: { state: 'merged', mergedInto: 'dpp2' },
  withdrawn: { state: 'withdrawn' },
  unreachable: { unreachableSince: NOW },
  'being-checked': { recheck: { since: NOW, fields: ['name'] } },
  'organisation-being-checked': { organisationChangedAt: NOW },
  'check-overdue': { check: { ...check, dueOn: addDays(TODAY, -30) } },
  'check-long-overdue': { check: { ...check, dueOn: addDays(TODAY, -31) } },
};

const rows = Object.entries(examples) as readonly (readonly [Standing, Partial<Practitioner>])[];

describe('the table of what a state or a fact means', () => {
  it('has a line for each state of a practitioner', () => {
    expect(everyStanding()).toEqual(expect.arrayContaining(presentPractitionerStates));
  });

  it.each(rows)('%s: matching and offers do as the table says', (standing, changes) => {
    const practitioner = aPractitioner(changes);
    expect(standingsOf(practitioner, TODAY)).toContain(standing);
    const asks = meaningOf(standing).newOffers !== 'none';
    const request = aRequest();
    const judged = judge(request, aSeat(), practitioner, policy, TODAY, noContext);
    expect(judged.eligible).toBe(asks);
    if (!judged.eligible)
      expect(judged.unmet).toContainEqual({ name: 'listed', wanted: 'listed', found: standing });
    const offered = makeOffer(
      { request, practitioner },
      {
        offerId: 'offer1',
        seatId: 'seat1',
        judged: { rank: 1, eligibleCount: 1, cost: 0, contributions: [], policy: policy.version },
        daysToAnswer: 5,
      },
      NOW,
    );
    expect(offered.ok).toBe(asks);
  });

  it.each(rows)('%s: the directory shows them as the table says', (standing, changes) => {
    expect(isPublic(aPractitioner(changes), TODAY, commonSettings)).toBe(
      meaningOf(standing).directory !== 'hidden',
    );
  });

  it.each(rows.filter(([, { state }]) => state === undefined))(
    '%s: the file that matching scans judges as the row does',
    (standing, changes) => {
      const scanned = withoutDetails(aPractitioner(changes));
      const judged = judge(aRequest(), aSeat(), scanned, policy, TODAY, noContext);
      expect(judged.eligible).toBe(meaningOf(standing).newOffers !== 'none');
    },
  );

  it('reads a check that becomes overdue on the day, without any run', () => {
    const practitioner = aPractitioner({ check: { ...check, dueOn: TODAY } });
    const after = (days: number) =>
      judge(aRequest(), aSeat(), practitioner, policy, addDays(TODAY, days), noContext);
    expect([0, 1, 30, 31].map((days) => after(days).eligible)).toEqual([true, true, true, false]);
  });
});
