import { beforeEach, describe, expect, it } from 'vitest';
import { showPractitioner } from '../../../functions/programme/practitioners/show-practitioner.ts';
import { recordCheck } from '../../../functions/programme/checks/record-check.ts';
import { confirmPerson } from '../../../functions/programme/organisations/confirm-person.ts';
import { refusePerson } from '../../../functions/programme/organisations/refuse-person.ts';
import { vouchPage } from '../../../functions/programme/vouching/vouch-page.ts';
import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { proofAwaited } from '../../../functions/notifications/reminders/proofs.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { addDays } from '../../../shared/kernel/time.ts';
import { aPractitioner, NOW, TODAY } from '../../support/builders.ts';
import { registrationService, seen, sent } from '../../support/registration-service.ts';

const surgery = { id: 'harbour-surgery', name: 'Harbour Surgery' };
const { check: _check, ...unchecked } = aPractitioner({
  state: 'awaiting-check',
  email: 'amara@nhs.net',
});
const how = 'called on the telephone number of the public register';

const service = async (changes: Partial<Practitioner> = {}) => {
  const its = registrationService();
  await its.given({ practitioners: [{ ...unchecked, ...changes }] });
  await its.table.commit([
    its.organisations.save({ ...surgery, version: 0, place: 'medway-swale', digests: false, createdAt: NOW }),
  ]);
  const person = { organisation: surgery.id, how, by: 'Nina', replaces: false };
  return {
    its,
    check: (proof?: string) => recordCheck(its)('dpp1', 'Nina', 'annotated', proof),
    confirmVoucher: (email: string, name = 'Petra Manager', role: 'lead' | 'voucher' = 'voucher') =>
      confirmPerson(its)({ ...person, role, email, name }),
    refuseVoucher: (email: string) =>
      refusePerson(its)({ organisation: surgery.id, role: 'voucher', email, why: 'left', by: 'Nina' }),
    confirmDomain: (domain: string, organisationId = surgery.id) =>
      its.table.commit([
        its.trust.saveDomain({ organisationId, domain, listsAtOnce: false, by: 'Nina', at: NOW, note: how }),
      ]),
    dpp: async () => (await its.practitioners.findPresent('dpp1'))!,
    page: vouchPage(its),
    link: (email: string, role: 'lead' | 'voucher' = 'voucher') =>
      its.link({
        kind: 'vouch',
        recipient: 'organisation',
        practitionerId: 'dpp1',
        organisationId: surgery.id,
        occasion: organisationPersonId(role, email),
      }),
  };
};

type Service = Awaited<ReturnType<typeof service>>;

describe('a DPP whom the team has found in the register', () => {
  let one: Service;
  beforeEach(async () => (one = await service()));

  it('is not listed without a proof: a stranger can give the name and number of anybody', async () => {
    await one.check();
    expect(await one.dpp()).toMatchObject({ state: 'awaiting-proof', check: { seen: 'annotated' } });
    expect(one.its.mails()).toEqual(['practitioner-waiting-for-proof']);
    await one.check();
    expect(one.its.mails()).toHaveLength(1);
  });

  it('is listed by an address at a domain that the team has confirmed for the organisation', async () => {
    one = await service({ email: 'amara@harbour.example' });
    await one.confirmDomain('harbour.example');
    await one.check();
    expect(await one.dpp()).toMatchObject({ state: 'listed', proof: { kind: 'domain' } });
    expect(one.its.mails()).toEqual(['practitioner-checked-and-listed']);
  });

  it('is shown to the team with who was asked about them, and the answer', async () => {
    await one.confirmVoucher('petra@shared.example');
    await one.check();
    const shown = async () => JSON.stringify(await showPractitioner(one.its)('dpp1'));
    expect(await shown()).toContain('"person":"Petra Manager, petra@shared.example"');
    expect(await shown()).toContain('"answer":"not yet"');
    const token = await one.link('petra@shared.example');
    await sent(one.page, { token }, { answer: ['no'] });
    expect(await shown()).toContain('"answer":"no"');
  });

  it.each([
    ['a domain of another organisation', 'harbour.example', 'other-surgery'],
    ['a domain that looks similar', 'arbour.example', surgery.id],
    ['the shared NHS mail', 'nhs.net', surgery.id],
  ])('is not listed by %s', async (_, domain, organisationId) => {
    one = await service({ email: domain === 'nhs.net' ? 'amara@nhs.net' : 'amara@harbour.example' });
    await one.confirmDomain(domain, organisationId);
    await one.check();
    expect((await one.dpp()).state).toBe('awaiting-proof');
  });

  it('is listed by the team’s own reason, which is kept beside the audit', async () => {
    await one.check('known to the team for years');
    expect(await one.dpp()).toMatchObject({ state: 'listed', proof: { kind: 'team' } });
    expect(one.its.ofKind('audit').map((row) => row['facts'])).toEqual([{ state: 'listed', proof: 'team' }]);
    expect(one.its.ofKind('changed-values')).toMatchObject([
      { pk: 'CHANGED-VALUES#practitioner#dpp1', why: 'known to the team for years' },
    ]);
  });

  it('is listed by the team’s own reason later too', async () => {
    await one.check();
    await one.check('called them');
    expect(await one.dpp()).toMatchObject({ state: 'listed', proof: { kind: 'team' } });
    expect(one.its.mails()).toContain('practitioner-checked-and-listed');
  });
});

describe('a person whom the team has confirmed for the organisation', () => {
  let one: Service;
  beforeEach(async () => {
    one = await service();
    await one.confirmVoucher('petra@nhs.net');
    await one.check();
  });
  const yes = { answer: ['yes'] };

  it('is asked when the check is recorded, and lists the DPP by one press', async () => {
    expect(one.its.mails()).toEqual(['practitioner-waiting-for-proof', 'voucher-asked']);
    const token = await one.link('petra@nhs.net');
    const rows = one.its.table.rows();
    const page = await seen(one.page, { token });
    expect(page.status).toBe(200);
    for (const words of ['Amara Example', 'Harbour Surgery', 'amara@nhs.net', 'I do not know them'])
      expect(page.body).toContain(words);
    expect(one.its.table.rows()).toEqual(rows);
    expect((await sent(one.page, { token }, yes)).status).toBe(200);
    expect(await one.dpp()).toMatchObject({ state: 'listed', proof: { kind: 'voucher' } });
    expect(one.its.mails()).toContain('practitioner-checked-and-listed');
  });

  it('answers once: the first answer counts, however often the page is sent', async () => {
    const token = await one.link('petra@nhs.net');
    const first = await sent(one.page, { token }, yes);
    const rows = one.its.table.rows();
    const again = await sent(one.page, { token }, { answer: ['no'] });
    expect(again.body).toBe(first.body);
    expect(one.its.table.rows()).toEqual(rows);
  });

  it('has to choose: an empty press and nonsense change nothing', async () => {
    const token = await one.link('petra@nhs.net');
    const rows = one.its.table.rows();
    for (const form of [{}, { answer: ['perhaps'] }])
      expect((await sent(one.page, { token }, form)).status).toBe(422);
    expect(one.its.table.rows()).toEqual(rows);
  });

  it.each(['no', 'unknown'])('tells the team by "%s", and nobody is listed', async (answer) => {
    const token = await one.link('petra@nhs.net');
    await sent(one.page, { token }, { answer: [answer] });
    expect((await one.dpp()).state).toBe('awaiting-proof');
    expect(one.its.mails()).toContain('team-vouch-answered');
  });

  it('is not believed once the team has withdrawn the confirmation', async () => {
    const token = await one.link('petra@nhs.net');
    await one.refuseVoucher('petra@nhs.net');
    expect((await sent(one.page, { token }, yes)).status).toBe(410);
    expect((await one.dpp()).state).toBe('awaiting-proof');
  });

  it('is not believed about a DPP who names another organisation meanwhile', async () => {
    const token = await one.link('petra@nhs.net');
    await one.its.table.commit([
      one.its.practitioners.save({ ...(await one.dpp()), organisation: { id: 'other', name: 'Other' } }),
    ]);
    expect((await sent(one.page, { token }, yes)).status).toBe(410);
    expect((await one.dpp()).state).toBe('awaiting-proof');
  });

  it('cannot answer when the link has expired', async () => {
    const token = await one.link('petra@nhs.net');
    one.its.pass(15 * 24 * 3_600_000);
    expect((await sent(one.page, { token }, yes)).status).not.toBe(200);
    expect((await one.dpp()).state).toBe('awaiting-proof');
  });

  it('lists nobody who has left meanwhile', async () => {
    const token = await one.link('petra@nhs.net');
    await one.its.table.commit([one.its.practitioners.save({ ...(await one.dpp()), state: 'withdrawn' })]);
    await sent(one.page, { token }, yes);
    expect((await one.dpp()).state).toBe('withdrawn');
  });
});

describe('whom the service asks', () => {
  it('is nobody about themselves', async () => {
    const one = await service();
    await one.confirmVoucher('Amara@NHS.net', 'Amara Example');
    await one.check();
    expect(one.its.mails()).toEqual(['practitioner-waiting-for-proof']);
    expect((await one.dpp()).state).toBe('awaiting-proof');
  });

  it('is everybody who is confirmed later, about those who wait already', async () => {
    const one = await service();
    await one.check();
    await one.confirmVoucher('petra@nhs.net');
    expect(one.its.mails()).toEqual(['practitioner-waiting-for-proof', 'voucher-asked']);
    await one.confirmVoucher('petra@nhs.net');
    expect(one.its.mails()).toHaveLength(2);
  });

  it('is one person once, also if they are lead and voucher', async () => {
    const one = await service();
    await one.confirmVoucher('petra@nhs.net');
    await one.confirmVoucher('petra@nhs.net', 'Petra Manager', 'lead');
    await one.check();
    expect(one.its.mails().filter((name) => name === 'voucher-asked')).toHaveLength(1);
  });

  it('is three people at most', async () => {
    const one = await service();
    for (const name of ['a', 'b', 'c', 'd']) await one.confirmVoucher(`${name}@nhs.net`, name);
    await one.check();
    expect(one.its.mails().filter((name) => name === 'voucher-asked')).toHaveLength(3);
  });
});

describe('a DPP who waits for a proof', () => {
  /** The e-mails that the daily run of a day makes; NOW is a Saturday. */
  const due = async (one: Service, day: string) => {
    const { found } = await proofAwaited(one.its.practitioners, one.its.vouches).page(
      { now: NOW, today: day },
      0,
      undefined,
    );
    return found.flatMap(({ emails }) =>
      emails.map(({ name, about }) => [name, about.occasion].join(' ').trim()),
    );
  };
  const days = async (one: Service, count: number) =>
    Promise.all(Array.from({ length: count }, (_, later) => due(one, addDays(TODAY, later))));

  it('has the person who was asked reminded after two working days, and the team told after four', async () => {
    const one = await service();
    await one.confirmVoucher('petra@nhs.net');
    await one.check();
    expect(await days(one, 6)).toEqual([
      [],
      [],
      [],
      ['voucher-reminder'],
      ['voucher-reminder'],
      ['voucher-reminder', 'team-proof-missing asked'],
    ]);
  });

  it('has nobody reminded who has answered', async () => {
    const one = await service();
    await one.confirmVoucher('petra@nhs.net');
    await one.check();
    await sent(one.page, { token: await one.link('petra@nhs.net') }, { answer: ['unknown'] });
    expect(await due(one, addDays(TODAY, 4))).toEqual([]);
  });

  it('has the team told four working days after the last question, if somebody is confirmed later', async () => {
    const one = await service();
    await one.check();
    one.its.pass(2 * 24 * 3_600_000);
    await one.confirmVoucher('petra@nhs.net');
    expect(await due(one, addDays(TODAY, 4))).toEqual(['voucher-reminder']);
    expect(await due(one, addDays(TODAY, 5))).toEqual(['voucher-reminder']);
    expect(await due(one, addDays(TODAY, 6))).toContain('team-proof-missing asked');
  });

  it('has the team told that nobody was asked', async () => {
    const one = await service();
    await one.check();
    expect(await days(one, 6)).toEqual([[], [], [], [], [], ['team-proof-missing nobody']]);
  });
});
