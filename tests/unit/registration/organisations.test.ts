import { beforeEach, describe, expect, it } from 'vitest';
import { registerAnswers, requestAnswers } from '../../support/journey/answers.ts';
import { formValues } from '../../../shared/journeys/form-values.ts';
import { kentRegistration } from '../../support/journeys.ts';
import {
  hiddenIn,
  type RegistrationService,
  registrationService,
  seen,
  sent,
  sentJson,
} from '../../support/registration-service.ts';
import { practitionerSchema } from '../../../shared/people/practitioner.ts';

const slug = 'where-you-practise';
const workStep = kentRegistration.steps.find((one) => one.slug === slug)!;
const fieldsWith = (organisation: string, outcode: string) =>
  Object.fromEntries(
    Object.entries(formValues(workStep.questions, registerAnswers({ organisation, outcode }))).map(
      ([name, value]) => [name, [value].flat()],
    ),
  );
/** Sends the page about the workplace. */
const work = async (its: RegistrationService, organisation: string, outcode = 'ME7') => {
  const first = (await seen(its.register, { step: 'about-you' })).body;
  return sent(its.register, { step: slug }, { ...hiddenIn(first), ...fieldsWith(organisation, outcode) });
};
const choose = (its: RegistrationService, page: string, code?: string) =>
  sent(
    its.register,
    { step: slug },
    { ...hiddenIn(page), ...(code === undefined ? {} : { chosenOrganisation: [code] }) },
  );
/** The value of the organisation's field on the page to which a reply leads back. */
const answered = async (its: RegistrationService, location: string) => {
  const { searchParams } = new URL(location, 'https://dpp.example');
  const page = await seen(its.register, { step: slug }, { 'so-far': searchParams.getAll('so-far') });
  return /name="organisation"[^>]*value="([^"]*)"/u.exec(page.body)?.[1];
};
const register = async (its: RegistrationService, changes: Parameters<typeof registerAnswers>[0]) => {
  expect((await sentJson(its.register.takeJson, registerAnswers(changes))).status).toBe(202);
  return practitionerSchema.parse(its.ofKind('practitioner').at(-1)?.['noun']);
};

describe('the question for an organisation, without JavaScript', () => {
  let its: RegistrationService;
  beforeEach(() => (its = registrationService()));

  it('asks which one is meant, with street, town and code', async () => {
    const { status, body } = await work(its, 'boots gillingham');
    expect(status).toBe(200);
    expect(body).toContain('Which of these do you mean?');
    expect(body).toContain('You entered “boots gillingham”');
    expect(body).toContain('125-127 High Street, Gillingham. Code FXP56.');
    expect(body).toContain('None of these: it is not in the list');
    expect(body).toContain('Closed 1 April 2024.');
  });

  it('says how many there are if it cannot show all', async () => {
    expect((await work(its, 'boots')).body).toMatch(/the 10 most likely of \d\d: to see others/u);
  });

  it('goes on with the one that is chosen, and keeps the other answers of the page', async () => {
    const reply = await choose(its, (await work(its, 'boots gillingham')).body, 'FXP56');
    expect(reply.status).toBe(303);
    expect(reply.headers['location']).toMatch(/^\/register\/who-you-can-supervise\?/u);
    expect(await answered(its, reply.headers['location'] ?? '')).toBe('Boots (FXP56)');
  });

  it('goes on with what was typed if none is meant, and does not ask for it again', async () => {
    const reply = await choose(its, (await work(its, 'Harbour Surgery')).body, 'none');
    const location = reply.headers['location'] ?? '';
    expect(await answered(its, location)).toBe('Harbour Surgery');
    const soFar = new URL(location, 'https://dpp.example').searchParams.getAll('so-far');
    const again = await sent(
      its.register,
      { step: slug },
      { ...fieldsWith('Harbour Surgery', 'ME7'), 'so-far': soFar },
    );
    expect(again.status).toBe(303);
    const other = await sent(
      its.register,
      { step: slug },
      { ...fieldsWith('Boots', 'ME7'), 'so-far': soFar },
    );
    expect(other.body).toContain('Which of these do you mean?');
  });

  it('asks again if nothing is chosen', async () => {
    const reply = await choose(its, (await work(its, 'boots gillingham')).body);
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('Select an organisation, or select that it is not in the list');
    expect((await choose(its, reply.body, 'FXP56')).status).toBe(303);
  });

  it.each([
    ['KCHFT', 'ME7', 'Kent Community Health NHS Foundation Trust (RYY)'],
    ['fxp56', 'ME7', 'Boots (FXP56)'],
    ['The Cedars Surgery', 'CT14', 'The Cedars Surgery (G82111)'],
    ['Xyzzy Opticians', 'ME7', 'Xyzzy Opticians'],
  ])('does not ask for %s in %s', async (typed, outcode, answer) => {
    const reply = await work(its, typed, outcode);
    expect(reply.status).toBe(303);
    expect(await answered(its, reply.headers['location'] ?? '')).toBe(answer);
  });
});

describe('an organisation in JSON', () => {
  let its: RegistrationService;
  beforeEach(() => (its = registrationService()));

  it('is known by its code, with its employer', async () => {
    const { organisation } = await register(its, { organisation: { code: 'fca09' } as never });
    expect(organisation).toEqual({
      id: 'ods-fca09',
      name: 'Ferris Chemist',
      employer: { id: 'ods-p74h', name: 'Paydens' },
    });
  });

  it('is kept as it was typed if the name is not known', async () => {
    const { organisation } = await register(its, { organisation: { name: 'Xyzzy Opticians' } as never });
    expect(organisation).toEqual({ id: 'xyzzy-opticians-me7', name: 'Xyzzy Opticians' });
  });

  it('is refused if there is no such code', async () => {
    const reply = await sentJson(
      its.register.takeJson,
      registerAnswers({ organisation: { code: 'ZZ9' } as never }),
    );
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('We do not know an organisation with this code');
  });

  it('is known in a request as well', async () => {
    expect(
      (await sentJson(its.request.takeJson, requestAnswers({ organisation: { code: 'RPA02' } as never })))
        .status,
    ).toBe(202);
    expect(its.ofKind('request').at(-1)?.['noun']).toMatchObject({
      organisation: { id: 'ods-rpa02', employer: { id: 'ods-rpa', name: 'Medway NHS Foundation Trust' } },
    });
  });
});

describe('the identity of an organisation', () => {
  let its: RegistrationService;
  beforeEach(() => (its = registrationService()));
  const organisationOf = async (organisation: string, outcode: string) =>
    (await register(its, { organisation, outcode })).organisation;

  it('stays two where two have one name: THE CEDARS SURGERY in BR8 and in CT14', async () => {
    const [swanley, walmer] = [
      await organisationOf('THE CEDARS SURGERY', 'BR8'),
      await organisationOf('THE CEDARS SURGERY', 'CT14'),
    ];
    expect(swanley).toEqual({ id: 'the-cedars-surgery-br8', name: 'THE CEDARS SURGERY' });
    expect(walmer).toEqual({ id: 'ods-g82111', name: 'The Cedars Surgery' });
  });

  it('stays two where two unknown practices of two towns have one name', async () => {
    const ids = [
      await organisationOf('Nowhere Surgery', 'ME7'),
      await organisationOf('nowhere surgery', 'CT1'),
    ];
    expect(ids.map(({ id }) => id)).toEqual(['nowhere-surgery-me7', 'nowhere-surgery-ct1']);
  });

  it('is one for a trust, wherever somebody works for it', async () => {
    const ids = [await organisationOf('KCHFT', 'ME7'), await organisationOf('kent community trust', 'CT1')];
    expect(new Set(ids.map(({ id }) => id))).toEqual(new Set(['ods-ryy']));
  });

  it('takes the place of the organisation’s own record, not of its outcode', async () => {
    const { sites } = await register(its, { organisation: 'Phoenix Medical Practice', outcode: 'ME1' });
    expect(sites).toEqual([{ outcode: 'ME1', town: 'Burham', place: 'west-kent' }]);
    const elsewhere = await register(its, { organisation: 'Nowhere Surgery', outcode: 'ME1' });
    expect(elsewhere.sites[0]?.place).toBe('medway-swale');
  });
});
