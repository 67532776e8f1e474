import { describe, expect, it } from 'vitest';
import { roundForLearner } from '../../../functions/matching/rounds/round-news.ts';
import { statusPage } from '../../../functions/registration/requests/status-page.ts';
import { readNouns } from '../../../functions/store/read-nouns.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { isTaken, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { aSeat } from '../../support/builders.ts';
import { aGet } from '../../support/a-get.ts';
import { hall } from '../../support/rounds/hall.ts';
import { dpp, learner } from '../../support/rounds/people.ts';
import { kentRequest } from '../../support/journeys.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const scene = async (requests: readonly SupervisionRequest[], practitioners: readonly Practitioner[]) => {
  const s = await hall(requests, practitioners);
  const request = async (id: string) => (await readNouns(s.table, { requests: [id] })).requests.get(id)!;
  return {
    ...s,
    request,
    /** Opens the learner's own page. */
    page: async (id: string) => {
      const asked = await request(id);
      const offers = asked.seats.filter(isTaken).map(({ offerId }) => offerId);
      const nouns = await readNouns(s.table, { offers });
      const round = await roundForLearner(s.table)(asked, s.now());
      return statusPage(
        aGet('/status/abc'),
        asked,
        { journey: kentRequest, system: kentAndMedway, now: s.now(), group: [] },
        nouns,
        [],
        round,
      ).body;
    },
  };
};

describe('a learner of a round', () => {
  it('is told that a round holds their request, and until when', async () => {
    const s = await scene([learner('a')], [dpp('d1')]);
    expect(await s.page('a')).not.toContain('You are in the round');
    await s.gather();
    const page = await s.page('a');
    expect(page).toContain('You are in the round “Autumn”');
    expect(page).toContain('Your request will stay in the round until 19 December 2026 at the latest');
    expect(page).toContain('We will look for someone for this role in the round.');
  });

  it('is told nothing of a plan that is not confirmed', async () => {
    const s = await scene([learner('a')], [dpp('d1')]);
    const id = await s.gather();
    await s.plan(id);
    expect(await s.page('a')).not.toContain('could supervise you');
    await s.confirm(id);
    expect(await s.page('a')).toContain('One DPP could supervise you. We are asking them.');
  });

  it('without a place is told the number of competitors, without names', async () => {
    const s = await scene([learner('a'), learner('b'), learner('c')], [dpp('d1'), dpp('d2')]);
    const id = await s.gather();
    await s.plan(id);
    await s.confirm(id);
    const pages = await Promise.all(['a', 'b', 'c'].map((one) => s.page(one)));
    const left = pages.filter((page) => page.includes('only 2 places for you and'));
    expect(left).toHaveLength(1);
    for (const page of pages) {
      expect(page).not.toContain('Person d');
      expect(page).not.toMatch(/\bd[12]\b/u);
    }
  });

  it('without a place knows the same after a follow-up in which the others keep theirs', async () => {
    const s = await scene([learner('a'), learner('b'), learner('c')], [dpp('d1'), dpp('d2')]);
    const id = await s.gather();
    await s.plan(id);
    await s.confirm(id);
    await s.plan(id);
    await s.confirm(id);
    const pages = await Promise.all(['a', 'b', 'c'].map((one) => s.page(one)));
    expect(pages.filter((page) => page.includes('only 2 places for you and'))).toHaveLength(1);
    expect(pages.filter((page) => page.includes('2 DPPs could supervise you'))).toHaveLength(2);
  });

  it('is not told that somebody is asked once the answer has come', async () => {
    const s = await scene([learner('a')], [dpp('d1'), dpp('d2')]);
    const id = await s.gather();
    await s.plan(id);
    await s.confirm(id);
    expect(await s.page('a')).toContain('2 DPPs could supervise you');
    await s.answer(s.offers()[0]!.id, { decision: 'decline', reason: 'no-time' }, s.now());
    const page = await s.page('a');
    expect(page).not.toContain('could supervise you');
    expect(page).toContain('1 DPP was asked earlier and could not help');
  });

  it('sees their team and what is missing', async () => {
    const hub = learner('h', {
      spokeHours: 30,
      seats: [
        aSeat({ id: 'h-1', role: 'dpp', hours: 60 }),
        aSeat({ id: 'h-2', role: 'spoke-supervisor', hours: 30 }),
      ],
    });
    const s = await scene([hub], [dpp('d1')]);
    const id = await s.gather();
    await s.plan(id);
    await s.confirm(id);
    const [offer] = s.offers();
    await s.answer(offer!.id, { decision: 'accept', backUp: {}, conflicts: [] }, s.now());
    const page = await s.page('h');
    expect(page).toContain('Your team');
    expect(page).toContain('60 of 90 hours are agreed. Still missing:');
    expect(page).toContain('Spoke supervisor, 30 hours: nobody yet');
  });
});
