import { describe, expect, it } from 'vitest';
import { resultsPage } from '../../../functions/directory/listings/results-page.ts';
import { directoryOf } from '../../../shared/directory/directory.ts';
import { parseFilters } from '../../../shared/directory/filters.ts';
import { directoryCsv, publishedOf } from '../../../shared/directory/open-data.ts';
import { searchDirectory } from '../../../shared/directory/search.ts';
import { computeFigures } from '../../../shared/digest/compute-figures.ts';
import { reportOf } from '../../../shared/digest/report.ts';
import { fairnessCases } from '../../../shared/insights/fairness-cases.ts';
import { fairnessOf } from '../../../shared/insights/fairness.ts';
import { daysOfQuarter } from '../../../shared/insights/quarter.ts';
import { contributionInWords } from '../../../shared/matching/explain/explain-to-team.ts';
import { whyYou } from '../../../shared/matching/explain/explain-to-practitioner.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import { computeRoundPlan } from '../../../shared/rounds/compute-round-plan.ts';
import { roundPolicy } from '../../../shared/rounds/round-policy.ts';
import { snapshotOf } from '../../../shared/rounds/snapshot.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW, TODAY } from '../../support/builders.ts';
import { renderSample, sampleFacts } from '../../support/email-samples.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { noContext } from '../../support/no-context.ts';

const whitstable = { outcode: 'CT5', town: 'Whitstable', place: 'east-kent' };
const sheerness = { outcode: 'ME12', town: 'Sheerness', place: 'medway-swale' };
const request = aRequest({ site: whitstable, maxMinutes: 40 });
const practitioner = aPractitioner({ sites: [sheerness] });
const drive = kentAndMedway.travel.between('CT5', 'ME12')!;

const [candidate] = rank(request, request.seats[0]!, [practitioner], policy, TODAY, noContext).candidates;
const contributions = candidate?.contributions ?? [];

const filled = aRequest({
  site: whitstable,
  state: 'matched',
  seats: [aSeat({ state: 'filled', matchId: 'match1', practitionerId: practitioner.id })],
});
const matches = [aMatch()];

describe('the drive from Whitstable to Sheppey', () => {
  it('takes 40 minutes and 30 miles by road', () => {
    expect(drive).toEqual({ minutes: 40, miles: 29.8 });
  });

  it('is what ranking and a round count', () => {
    const travel = contributions.find(({ criterion }) => criterion === 'travel');
    expect(travel).toEqual({
      criterion: 'travel',
      points: 400,
      facts: { minutes: 40, roadMiles: 29.8, town: 'Sheerness' },
    });
    const snapshot = snapshotOf({
      day: TODAY,
      requests: [request],
      practitioners: [practitioner],
      kept: [],
      balances: {},
      carriedOver: [],
    });
    const planned = computeRoundPlan(kentAndMedway, snapshot, roundPolicy, 'seed');
    const { assignments, outcomes, summary } = planned.ok ? planned.value : expect.unreachable();
    expect(assignments[0]).toMatchObject({ minutes: 40, miles: 30 });
    expect(outcomes[0]).toMatchObject({
      minutes: 40,
      miles: 30,
      firstCome: { placed: true, minutes: 40, miles: 30 },
    });
    expect(summary.signOff).toMatchObject({ minutes: 40, miles: 30 });
    expect(fairnessOf(outcomes).travel).toMatchObject({ miles: 30, firstComeMiles: 30, milesSaved: 0 });
  });

  it('is too long for a learner who would travel 39 minutes', () => {
    const shorter = { ...request, maxMinutes: 39 };
    const { candidates, nearMisses } = rank(
      shorter,
      shorter.seats[0]!,
      [practitioner],
      policy,
      TODAY,
      noContext,
    );
    expect(candidates).toEqual([]);
    expect(nearMisses).toEqual([{ change: 'travel-further', minutes: 5, count: 1 }]);
  });

  it('is what the practitioner and the programme team read', async () => {
    const words = 'about 40 minutes, 30 miles by road';
    expect(
      whyYou({ rank: 1, eligibleCount: 1, contributions: [...contributions] }, kentAndMedway.geography).join(
        ' ',
      ),
    ).toContain(words);
    expect(
      contributions.map((one) => contributionInWords(one, kentAndMedway.geography)).join('; '),
    ).toContain(`Travel: 400 points (${words}, Sheerness)`);
    const offer = anOffer({ contributions: [...contributions] });
    const sample = await renderSample(
      sampleFacts('practitioner-offer-made', { request, practitioner, offer }),
    );
    expect(sample?.mail.text.replaceAll(/\s+/gu, ' ')).toContain(words);
  });

  it('is what the directory shows, sorts and exports', () => {
    const directory = directoryOf([practitioner], TODAY, kentAndMedway);
    const near = (minutes: string) => parseFilters({ near: ['CT5'], minutes: [minutes] }, kentAndMedway);
    const found = searchDirectory(directory, near('40').filters).found.slice(0, 1);
    expect(searchDirectory(directory, near('39').filters).found).toHaveLength(0);
    expect(found[0]?.drive).toEqual(drive);
    expect(publishedOf(found[0]!, '')).toMatchObject({ roadMinutes: 40, roadMiles: 29.8 });
    expect(directoryCsv(found, '')).toMatch(/Minutes by road,Miles by road\r\n.*,40,29\.8\r\n/u);
    const page = resultsPage(
      near('40'),
      { directory, at: NOW },
      { width: 0, height: 0, attribution: '', districts: [] },
    );
    expect(page.cards[0]?.driveWords).toBe('About 40 minutes from CT5, 30 miles by road');
  });

  it('is what insights, digests and emissions count', () => {
    const facts = { requests: [filled], matches, practitioners: [practitioner], firstCome: new Map() };
    const cases = fairnessCases(facts, daysOfQuarter('2026-Q4'), TODAY, kentAndMedway.travel);
    expect(cases[0]).toMatchObject({ minutes: 40, miles: 29.8 });
    expect(fairnessOf(cases).totals).toMatchObject({ minutes: 40, miles: 30 });
    const earlier = { placed: true, minutes: 60, miles: 39.8 };
    const { travel } = fairnessOf(cases.map((one) => ({ ...one, hours: 7.5, firstCome: earlier })));
    expect(travel).toMatchObject({ miles: 30, milesSaved: 20, kgCo2eSaved: 5 });
    const scope = { kind: 'system' } as const;
    const figures = computeFigures(
      { ...facts, requests: [filled], declined: [], ledger: [] },
      TODAY,
      kentAndMedway,
    )(scope);
    expect(JSON.stringify(reportOf(scope, figures, kentAndMedway))).toContain(
      'half of those with a place travel at most 40 minutes and at most 30 miles by road',
    );
  });
});
