import { describe, expect, test } from 'vitest';
import { criteria } from '../../../shared/matching/criteria/all.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { balanceKey, seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { clinicalAreaIds } from '../../../shared/reference/clinical-areas.ts';
import { professionIds } from '../../../shared/reference/professions.ts';
import { settingIds } from '../../../shared/reference/settings.ts';
import { weekdays } from '../../../shared/reference/vocabulary.ts';
import { chanceFrom } from '../../support/allocation/seeded.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { outcodes } = kentAndMedway.geography;

const { pick, between } = chanceFrom(11);
const site = () => {
  const { outcode, town, place } = pick(outcodes);
  return { outcode, town, place };
};
const days = () => weekdays.filter(() => between(0, 1) === 1);
const organisation = () => ({ id: `organisation${String(between(1, 3))}`, name: 'Organisation' });

const pairs = Array.from({ length: 300 }, () => {
  const request = aRequest({
    organisation: organisation(),
    site: site(),
    leadArea: pick(clinicalAreaIds),
    areas: [pick(clinicalAreaIds)],
    setting: pick(settingIds),
    days: days(),
    maxMinutes: between(0, 90),
  });
  const practitioner = aPractitioner({
    organisation: organisation(),
    sites: [site()],
    leadArea: pick(clinicalAreaIds),
    areas: [pick(clinicalAreaIds), pick(clinicalAreaIds)],
    setting: pick(settingIds),
    days: days(),
    profession: pick(professionIds),
    supervisedBefore: between(0, 1),
    confirmedAt: `2026-${pick(['08', '09', '11'])}-01T09:00:00.000Z`,
  });
  const key = balanceKey(request.organisation.id, practitioner.organisation.id);
  const context = { ...noContext, balances: { [key]: between(-9, 9) } };
  return { query: seatQueryOf(request, request.seats[0]!, policy, TODAY, context), practitioner };
});

describe('the points of a pair', () => {
  test.each(criteria)('by “$name” are never below its lower bound', ({ atLeast, contributionOf }) => {
    const tooHigh = pairs.filter(
      ({ query, practitioner }) => contributionOf(query, practitioner).points < atLeast(query, practitioner),
    );
    expect(tooHigh).toEqual([]);
  });

  test.each(criteria)('by “$name” are whole numbers', ({ contributionOf }) => {
    const parts = pairs.filter(
      ({ query, practitioner }) => !Number.isInteger(contributionOf(query, practitioner).points),
    );
    expect(parts).toEqual([]);
  });
});
