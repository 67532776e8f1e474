import { describe, expect, it } from 'vitest';
import { weeklyDigests } from '../../../functions/notifications/digests/weekly-digests.ts';
import { allowLearners } from '../../../functions/programme/organisations/allow-learners.ts';
import { confirmDomain } from '../../../functions/programme/organisations/confirm-domain.ts';
import { confirmPerson } from '../../../functions/programme/organisations/confirm-person.ts';
import { withdrawDomain } from '../../../functions/programme/organisations/withdraw-domain.ts';
import { digestRunRepository } from '../../../functions/store/repositories/digest-run-repository.ts';
import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { newOrganisation } from '../../../shared/people/new-organisation.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { requestAnswers } from '../../support/journey/answers.ts';
import { registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';

const TRUST = 'medway-pharmacy-me4';
const YES = { answer: ['yes'] };
const NO = { answer: ['no'] };

const service = () => {
  const its = registrationService();
  let asked = 0;
  /** Somebody asks for a learner of the trust and names its lead. */
  const names = async (
    leadEmail: string,
    leadName = 'Nina Lead',
    changes: Parameters<typeof requestAnswers>[0] = {},
  ) => {
    asked += 1;
    const before = new Set(its.ofKind('request').map(({ pk }) => pk));
    const answers = requestAnswers({
      email: `l${asked}@learner.example`,
      registrationNumber: String(2_054_000 + asked),
      nmpLeadEmail: leadEmail,
      nmpLeadName: leadName,
      ...changes,
    });
    await sentJson(its.request.takeJson, answers);
    const row = its.ofKind('request').find(({ pk }) => !before.has(pk));
    const requestId = String(row?.pk).split('#')[1] ?? '';
    const token = await its.link({ kind: 'confirm', recipient: 'requester', requestId });
    await sent(its.confirm, { token }, { decision: ['yes'] });
  };
  const linkOf = (email: string) =>
    its.link({
      kind: 'lead',
      recipient: 'lead',
      organisationId: TRUST,
      personId: organisationPersonId('lead', email),
    });
  const says = async (email: string, answer: typeof YES) =>
    sent(its.lead, { token: await linkOf(email) }, answer);
  const organisation = async () => its.organisations.find(TRUST);
  const person = (email: string) => its.trust.findPerson(TRUST, 'lead', email);
  const domain = async (name: string) => {
    if ((await organisation()) === undefined)
      await its.table.commit([
        its.organisations.save(
          newOrganisation({ id: TRUST, name: 'Medway Pharmacy' }, 'medway-swale', its.clock.now()),
        ),
      ]);
    return confirmDomain(its)({
      organisation: TRUST,
      domain: name,
      listsAtOnce: false,
      note: 'site',
      by: 'Tess',
    });
  };
  const team = (email: string, replaces = false) =>
    confirmPerson(its)({
      organisation: TRUST,
      role: 'lead',
      email,
      name: 'True Lead',
      how: 'called',
      by: 'Tess',
      replaces,
    });
  /** The organisations for which a digest is made now. */
  const digests = async () => {
    await weeklyDigests({
      ...its,
      system: kentAndMedway,
      log: { event: () => undefined, surprise: () => undefined },
      runs: digestRunRepository(its.table),
      loadNouns: () =>
        Promise.resolve({
          practitioners: [],
          requests: [],
          declined: [],
          matches: [],
          ledger: [],
          rounds: [],
        }),
    })();
    return its.mails().filter((name) => name === 'digest-organisation').length;
  };
  return { its, names, linkOf, says, organisation, person, domain, team, digests };
};

describe('somebody who is named as the lead of a trust', () => {
  it.each([
    ['shares nhs.net with a learner there', 'eve@nhs.net', { email: 'lee@nhs.net' }],
    ['shares free mail with a learner there', 'eve@gmail.com', { email: 'lee@gmail.com' }],
    ['has an address at a made-up domain', 'eve@evil.example', {}],
    ['was named by the first who asked', 'eve@learner.example', {}],
  ])('leads nothing because they %s, and is a task for the team', async (_, email, changes) => {
    const one = service();
    await one.names(email, 'Eve Example', changes);
    await one.says(email, YES);
    expect(await one.organisation()).not.toHaveProperty('leadEmail');
    expect(await one.person(email)).toMatchObject({
      state: 'proposed',
    });
    expect(one.its.mails().filter((name) => name === 'team-lead-named').length).toBeGreaterThan(0);
    expect(await one.digests()).toBe(0);
  });

  it('leads nothing because the second who asked named them, and is a task with both names', async () => {
    const one = service();
    await one.domain('pharmacy.example');
    await one.names('true@pharmacy.example', 'True Lead');
    await one.says('true@pharmacy.example', YES);
    await one.names('eve@pharmacy.example', 'Eve Example');
    await one.says('eve@pharmacy.example', YES);
    expect(await one.organisation()).toMatchObject({ leadEmail: 'true@pharmacy.example' });
    expect(await one.person('eve@pharmacy.example')).toMatchObject({ state: 'proposed' });
    expect(one.its.mails()).toContain('team-lead-named');
    expect(await one.digests()).toBe(1);
  });

  it('leads nothing because another organisation has confirmed their domain', async () => {
    const one = service();
    await one.names('eve@learner.example');
    await one.says('eve@learner.example', YES);
    expect(await one.organisation()).not.toHaveProperty('leadEmail');
    expect(await one.digests()).toBe(0);
  });

  it('leads it when a confirmed domain and they themselves have confirmed it', async () => {
    const one = service();
    await one.domain('pharmacy.example');
    await one.names('true@pharmacy.example');
    expect(await one.organisation()).not.toHaveProperty('leadEmail');
    expect(one.its.mails()).not.toContain('team-lead-named');
    expect(await one.digests()).toBe(0);
    const reply = await one.says('true@pharmacy.example', YES);
    expect(reply.body).toContain('You are the prescribing lead of your organisation here');
    expect(await one.organisation()).toMatchObject({ leadEmail: 'true@pharmacy.example', digests: true });
    expect(one.its.mails()).toContain('lead-confirmed');
  });

  it('leads it when they confirmed first and the domain is confirmed later', async () => {
    const one = service();
    await one.names('true@pharmacy.example');
    const reply = await one.says('true@pharmacy.example', YES);
    expect(reply.body).toContain('The programme team still has to confirm');
    await one.domain('pharmacy.example');
    expect(await one.organisation()).toMatchObject({ leadEmail: 'true@pharmacy.example' });
  });

  it('leads no more when the domain that confirmed them is withdrawn, and is told', async () => {
    const one = service();
    await one.domain('pharmacy.example');
    await one.names('true@pharmacy.example');
    await one.says('true@pharmacy.example', YES);
    await withdrawDomain(one.its)({
      organisation: TRUST,
      domain: 'pharmacy.example',
      why: 'sold',
      by: 'Tess',
    });
    expect(await one.organisation()).not.toHaveProperty('leadEmail');
    expect(await one.person('true@pharmacy.example')).toMatchObject({ state: 'proposed' });
    expect(one.its.mails()).toEqual(expect.arrayContaining(['lead-replaced', 'team-lead-named']));
  });

  it('takes over from somebody else by the word of the team, and both are told', async () => {
    const one = service();
    await one.names('eve@evil.example', 'Eve Example');
    await one.team('eve@evil.example');
    await one.says('eve@evil.example', YES);
    expect(await one.organisation()).toMatchObject({ leadEmail: 'eve@evil.example' });
    expect(await one.team('true@pharmacy.example')).toEqual({
      ok: false,
      refusal: 'another-lead-is-confirmed',
    });
    expect(await one.team('true@pharmacy.example', true)).toMatchObject({ ok: true });
    expect(await one.organisation()).not.toHaveProperty('leadEmail');
    await one.says('true@pharmacy.example', YES);
    expect(await one.organisation()).toMatchObject({ leadEmail: 'true@pharmacy.example' });
    expect((await one.says('eve@evil.example', YES)).status).toBe(410);
    expect(one.its.mails()).toEqual(expect.arrayContaining(['lead-replaced', 'lead-confirmed']));
  });

  it('is deleted when they say that they are not the lead', async () => {
    const one = service();
    await one.domain('pharmacy.example');
    await one.names('true@pharmacy.example');
    const reply = await one.says('true@pharmacy.example', NO);
    expect(reply.body).toContain('We have deleted your name and address');
    expect(await one.person('true@pharmacy.example')).toBeUndefined();
    expect((await one.says('true@pharmacy.example', YES)).status).toBe(410);
  });

  it('is not changed by opening the page', async () => {
    const one = service();
    await one.names('true@pharmacy.example');
    const token = await one.linkOf('true@pharmacy.example');
    const rows = one.its.table.rows();
    expect((await seen(one.its.lead, { token })).body).toContain('Are you the prescribing lead?');
    expect((await sent(one.its.lead, { token }, {})).status).toBe(422);
    expect(one.its.table.rows()).toEqual(rows);
  });

  it('is written to once, however many learners name them', async () => {
    const one = service();
    await one.names('true@pharmacy.example');
    await one.names('TRUE@pharmacy.example');
    await one.names('true@pharmacy.example');
    expect(one.its.mails().filter((name) => name === 'lead-named')).toHaveLength(1);
    expect(one.its.mails().filter((name) => name === 'team-lead-named')).toHaveLength(1);
  });
});

describe('the number of learners without a number', () => {
  it('is not more than three while nobody is confirmed as lead', async () => {
    const one = service();
    await one.names('true@pharmacy.example');
    expect(await allowLearners(one.its)({ organisation: TRUST, most: 10, by: 'Tess' })).toEqual({
      ok: false,
      refusal: 'no-confirmed-lead',
    });
  });

  it('is what the confirmed lead says, and three without one', async () => {
    const one = service();
    await one.domain('pharmacy.example');
    await one.names('true@pharmacy.example');
    await one.says('true@pharmacy.example', YES);
    const allowed = { organisation: TRUST, most: 5, by: 'Tess' };
    expect(await allowLearners(one.its)(allowed)).toMatchObject({ ok: true, value: { learnersAtOnce: 5 } });
    const unnamed = { requestedBy: 'employer', learnerName: undefined, registrationNumber: undefined };
    for (let index = 0; index < 6; index += 1) await one.names('true@pharmacy.example', 'Nina Lead', unnamed);
    expect(await one.its.requests.inState('open')).toHaveLength(1 + 5);
  });
});

describe('somebody who says that they are not the lead', () => {
  it('is found by their address no more', async () => {
    const { its, names, says } = service();
    await names('nina@trust.example');
    const entries = () =>
      its.ofKind('index').filter(({ pk, sk }) => pk.startsWith('FIND@') && sk.includes('#PERSON#'));
    expect(entries()).toHaveLength(1);
    await says('nina@trust.example', NO);
    expect(entries()).toEqual([]);
  });
});
