import * as z from 'zod';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '../../shared/journeys/question.ts';
import { formValues } from '../../shared/journeys/form-values.ts';
import { askedIn } from '../../shared/journeys/check-journey.ts';
import { submitStep } from '../support/journey/callers.ts';
import { journeyStack, linkIn, textOf } from '../support/journey/stack.ts';
import { formOn, readable } from '../support/journey/visitor.ts';
import { kentRegistration } from '../support/journeys.ts';

const problemSchema = z.object({ code: z.string(), detail: z.string().optional() });

describe('differences between professions', () => {
  const stack = journeyStack(41);
  const lee = 'lee@learner.example';
  const nurse = {
    profession: 'nurse',
    learnerType: 'v300',
    registrationNumber: '12A3456E',
  };

  beforeEach(() => stack.empty());

  /** Submits the pages of the registration until one refuses. */
  const registerUntil = async (slug: string, answers: Answers) => {
    let page = await stack.caller.see('/register');
    for (const step of kentRegistration.steps) {
      const { action, hidden } = formOn(page);
      page = await submitStep(stack.caller, action, {
        ...hidden,
        ...formValues(askedIn(step, answers), answers),
      });
      if (step.slug === slug) return page;
    }
    throw new Error(`there is no page ${slug}`);
  };

  it('gives a nurse’s request two different people in its two seats', async () => {
    await stack.listed({ seatRoles: ['practice-assessor', 'practice-supervisor'], placesOffered: 2 });
    await stack.listed({
      name: 'Bilal Example',
      email: 'bilal@dpp.example',
      registrationNumber: '2012346',
      seatRoles: ['practice-assessor', 'practice-supervisor'],
      placesOffered: 2,
    });
    await stack.asked(nurse);
    for (const address of ['amara@dpp.example', 'bilal@dpp.example']) {
      const link = linkIn(await stack.mailTo(address, /Accept or decline|Answer by/u), 'offers');
      expect((await stack.caller.post(link, { decision: 'accept' })).status).toBe(200);
      await stack.settle();
    }
    const matches = z
      .array(z.object({ role: z.string(), practitionerId: z.string() }))
      .parse((await stack.nouns('match')).map((row) => row['noun'] ?? row));
    expect(matches.map(({ role }) => role).sort()).toEqual(['practice-assessor', 'practice-supervisor']);
    expect(new Set(matches.map(({ practitionerId }) => practitionerId)).size).toBe(2);
    const mails = (await stack.mails(lee)).filter((mail) => textOf(mail).includes('Contact details'));
    expect(mails.length).toBe(2);
  });

  it('leaves a nurse’s second seat open when there is one person only', async () => {
    await stack.listed({ seatRoles: ['practice-assessor', 'practice-supervisor'], placesOffered: 2 });
    await stack.asked(nurse);
    const offers = (await stack.mails('amara@dpp.example')).filter(({ subject }) =>
      /^(?:Accept or decline|Answer) by/u.test(subject),
    );
    expect(offers.length).toBe(1);
    await stack.caller.post(linkIn(offers[0]!, 'offers'), { decision: 'accept' });
    await stack.settle();
    expect((await stack.nouns('match')).length).toBe(1);
    const [request] = await stack.nouns('request');
    expect(JSON.stringify(request)).toContain('"state":"open"');
  });

  it('explains to a dietitian why they cannot be a DPP, on the page and in JSON, and stores nothing', async () => {
    const answers = stack.anOffer({ profession: 'dietitian', registrationNumber: 'DT12345' });
    const before = await stack.rows();
    const page = readable((await registerUntil('about-you', answers)).body);
    expect(page).toContain('Dietitians cannot be DPPs yet');
    expect(page).toContain('not because of your experience');
    expect(page).toContain('Request a DPP for yourself');
    const refused = await stack.caller.post('/api/v1/practitioners', answers);
    expect(refused.status).toBe(422);
    expect(problemSchema.parse(JSON.parse(refused.body)).code).toBe('supplementary-prescriber');
    expect(await stack.rows()).toEqual(before);
  });

  it('lets a dietitian ask for a DPP', async () => {
    await stack.asked({
      profession: 'dietitian',
      learnerType: 'allied-health',
      registrationNumber: 'DT12345',
    });
    await stack.mailTo(lee, 'We are looking for a DPP');
  });

  it('asks for a justification below three years, and flags it instead of refusing', async () => {
    const answers = stack.anOffer({ yearsPrescribing: 1 });
    const page = await registerUntil('who-you-can-supervise', answers);
    expect(page.status).toBe(422);
    expect(readable(page.body)).toContain('Enter why you are ready to be a DPP with less than 3 years');
    await stack.listed({ yearsPrescribing: 1, justification: 'I prescribe every day with a senior GP.' });
    const flags = JSON.stringify(await stack.team('flags'));
    expect(flags).toContain('under-three-years');
  });

  it('explains a General Optical Council number that starts with D', async () => {
    const answers = stack.anOffer({ profession: 'optometrist', registrationNumber: 'D-1234' });
    const page = readable((await registerUntil('registration-and-experience', answers)).body);
    expect(page).toContain('Numbers that start with D belong to dispensing opticians, who cannot prescribe');
    const refused = await stack.caller.post('/api/v1/practitioners', answers);
    expect(refused.body).toContain('dispensing opticians');
  });
});
