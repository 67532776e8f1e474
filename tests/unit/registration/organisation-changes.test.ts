import { describe, expect, it } from 'vitest';
import { answersOfOffer } from '../../../shared/journeys/register/offer-of-supervision.ts';
import { formValues } from '../../../shared/journeys/form-values.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { registerAnswers, requestAnswers } from '../../support/journey/answers.ts';
import { kentRegistration } from '../../support/journeys.ts';
import { hiddenIn, registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';

const step = kentRegistration.steps.find(({ slug }) => slug === 'where-you-practise')!;

const listing = async () => {
  const its = registrationService();
  await its.given({ practitioners: [aPractitioner()] });
  const token = await its.link({ kind: 'manage', recipient: 'practitioner', practitionerId: 'dpp1' });
  const pages = { show: its.manage.showAction, take: its.manage.takeAction };
  const params = { token, action: step.slug };
  const fields = Object.fromEntries(
    Object.entries(formValues(step.questions, answersOfOffer(aPractitioner()))).map(([name, value]) => [
      name,
      [value].flat(),
    ]),
  );
  return {
    its,
    look: () => seen(pages, params),
    change: (changes: Record<string, readonly string[]>) => sent(pages, params, { ...fields, ...changes }),
    choose: (page: string, chosen: string) =>
      sent(pages, params, { ...fields, ...hiddenIn(page), chosenOrganisation: [chosen] }),
    changeJson: (json: unknown) => sentJson(pages.take, json, params),
    stored: async () => its.practitioners.findPresent('dpp1'),
  };
};

const row = (changes: Partial<Organisation>): Organisation => ({
  id: 'harbour-surgery',
  version: 0,
  name: 'Harbour Surgery',
  place: 'medway-swale',
  digests: false,
  createdAt: NOW,
  ...changes,
});

describe('a DPP who changes their details', () => {
  it('keeps an organisation that version 0.1.0 stored under its name', async () => {
    const { change, stored } = await listing();
    expect((await change({ setting: ['community-pharmacy'] })).status).toBe(303);
    expect(await stored()).toMatchObject({
      setting: 'community-pharmacy',
      organisation: { id: 'harbour-surgery', name: 'Harbour Surgery' },
    });
  });

  it('is asked which organisation they mean, and keeps what else they entered', async () => {
    const { change, choose, stored } = await listing();
    const asked = await change({ organisation: ['boots gillingham'], setting: ['community-pharmacy'] });
    expect(asked.body).toContain('Which of these do you mean?');
    expect(asked.body).toContain('125-127 High Street, Gillingham. Code FXP56.');
    expect((await stored())?.organisation.id).toBe('harbour-surgery');
    expect((await choose(asked.body, 'FXP56')).status).toBe(303);
    expect(await stored()).toMatchObject({
      setting: 'community-pharmacy',
      organisation: { id: 'ods-fxp56', name: 'Boots', employer: { id: 'ods-p08f', name: 'Boots' } },
    });
  });

  it('may name one that is in no list, which becomes a task for the team', async () => {
    const { its, change, choose, stored } = await listing();
    const asked = await change({ organisation: ['Boots of Nowhere'] });
    await choose(asked.body, 'none');
    expect((await stored())?.organisation).toEqual({ id: 'boots-of-nowhere-me7', name: 'Boots of Nowhere' });
    expect(await its.organisations.all()).toMatchObject([{ id: 'boots-of-nowhere-me7' }]);
  });

  it('sends a code in JSON', async () => {
    const { changeJson, stored } = await listing();
    expect((await changeJson({ organisation: { code: 'ZZ9' } })).status).toBe(422);
    expect((await changeJson({ organisation: { code: 'RPA' } })).status).toBe(200);
    expect((await stored())?.organisation.id).toBe('ods-rpa');
  });
});

describe('an organisation that is named again', () => {
  const confirmed = async (rows: readonly Organisation[], organisation: string, outcode = 'ME7') => {
    const its = registrationService();
    for (const one of rows) await its.table.commit([its.organisations.save(one)]);
    await sentJson(its.register.takeJson, registerAnswers({ organisation, outcode }));
    const { id } = its.ofKind('practitioner')[0]?.['noun'] as { id: string };
    const token = await its.link({
      kind: 'confirm',
      recipient: 'practitioner',
      practitionerId: id,
    });
    await sent(its.confirm, { token }, { decision: ['yes'] });
    return { its, organisation: (await its.practitioners.findPresent(id))?.organisation.id };
  };

  it('is the one that version 0.1.0 stored under its name, in the same place', async () => {
    expect((await confirmed([row({})], 'Harbour Surgery')).organisation).toBe('harbour-surgery');
    expect((await confirmed([row({})], 'Harbour Surgery', 'CT1')).organisation).toBe('harbour-surgery-ct1');
  });

  it('is the one into which the team merged it', async () => {
    const rows = [
      row({ id: 'harbour-surgery-me7', mergedInto: 'other' }),
      row({ id: 'other', name: 'Other' }),
    ];
    expect((await confirmed(rows, 'Harbour Surgery')).organisation).toBe('other');
  });

  it('has its code, and the place of its own record', async () => {
    const { its } = await confirmed([], 'EKHUFT', 'ME7');
    expect(await its.organisations.all()).toMatchObject([{ id: 'ods-rvv', code: 'RVV', place: 'east-kent' }]);
  });

  it('is known where a learner works for it as well', async () => {
    const its = registrationService();
    await sentJson(its.request.takeJson, requestAnswers({ organisation: 'EKHUFT' }));
    const { id } = its.ofKind('request')[0]?.['noun'] as { id: string };
    const token = await its.link({ kind: 'confirm', recipient: 'requester', requestId: id });
    await sent(its.confirm, { token }, { decision: ['yes'] });
    expect(await its.organisations.all()).toMatchObject([{ id: 'ods-rvv', place: 'east-kent' }]);
  });
});
