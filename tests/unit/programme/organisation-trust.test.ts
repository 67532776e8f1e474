import { beforeEach, describe, expect, it } from 'vitest';
import { confirmDomain } from '../../../functions/programme/organisations/confirm-domain.ts';
import { confirmLead } from '../../../functions/registration/confirmation/confirm-lead.ts';
import { confirmPerson } from '../../../functions/programme/organisations/confirm-person.ts';
import { listNamedPeople } from '../../../functions/programme/organisations/list-named-people.ts';
import { refusePerson } from '../../../functions/programme/organisations/refuse-person.ts';
import { showTrust } from '../../../functions/programme/organisations/show-trust.ts';
import { withdrawDomain } from '../../../functions/programme/organisations/withdraw-domain.ts';
import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { commandSchema } from '../../../functions/programme/team-command.ts';
import { NOW } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';

const surgery = { id: 'harbour-surgery-me7', name: 'Harbour Surgery' };
const how = 'called on the telephone number of the public register';

const service = async () => {
  const its = registrationService({ learnersConfirmed: false });
  await its.table.commit([
    its.organisations.save({ ...surgery, version: 0, place: 'medway-swale', digests: false, createdAt: NOW }),
  ]);
  const confirm = (
    role: 'lead' | 'voucher',
    email: string,
    { name = 'Lea Lead', replaces = false }: { name?: string | undefined; replaces?: boolean } = {},
  ) => confirmPerson(its)({ organisation: surgery.id, role, email, name, how, by: 'Nina', replaces });
  const people = async () => (await its.trust.of(surgery)).people;
  /** What the lead with this address says on their page. */
  const says = (email: string, answer: 'yes' | 'no') =>
    confirmLead(its)(surgery.id, organisationPersonId('lead', email), answer);
  const actions = () => its.ofKind('audit').map((row) => row['action']);
  return { its, confirm, says, people, actions };
};

describe('a domain of an organisation', () => {
  let one: Awaited<ReturnType<typeof service>>;
  beforeEach(async () => (one = await service()));
  const confirmed = (domain: string, organisation = surgery.id) =>
    confirmDomain(one.its)({ organisation, domain, listsAtOnce: false, note: 'website', by: 'Nina' });

  it('is confirmed, shown and withdrawn, with an audit line each', async () => {
    expect(await confirmed('harbour.example')).toMatchObject({ ok: true });
    expect(await one.its.trust.withDomain('harbour.example')).toMatchObject([
      { organisationId: surgery.id, by: 'Nina', note: 'website' },
    ]);
    expect(await showTrust(one.its)(surgery.id)).toMatchObject({
      value: { domains: [{ domain: 'harbour.example', listsAtOnce: 'no' }], people: [] },
    });
    const withdraw = { organisation: surgery.id, domain: 'harbour.example', why: 'sold', by: 'Nina' };
    expect(await withdrawDomain(one.its)(withdraw)).toMatchObject({ ok: true });
    expect(await withdrawDomain(one.its)(withdraw)).toEqual({ ok: false, refusal: 'domain-not-confirmed' });
    expect(await one.its.trust.of(surgery)).toEqual({ domains: [], people: [] });
    expect(one.actions()).toEqual(['organisation-domain-confirmed', 'organisation-domain-withdrawn']);
  });

  it.each([
    ['nhs.net', 'domain-is-shared'],
    ['doctors.org.uk', 'domain-is-shared'],
    ['gmail.com', 'domain-is-free-mail'],
  ])('is not %s', async (domain, refusal) => {
    expect(await confirmed(domain)).toEqual({ ok: false, refusal });
    expect(one.its.ofKind('organisation-domain')).toEqual([]);
  });

  it('may be confirmed for one of the system’s list that nobody has named', async () => {
    expect(await confirmed('cedars.example', 'g82111')).toMatchObject({
      value: { organisationId: 'ods-g82111' },
    });
    expect(await one.its.organisations.find('ods-g82111')).toMatchObject({ code: 'G82111' });
  });

  it('needs an organisation', async () => {
    expect(await confirmed('cedars.example', 'nowhere')).toEqual({
      ok: false,
      refusal: 'unknown-organisation',
    });
  });

  it.each([
    ['@Harbour.Example', 'harbour.example'],
    ['ann@harbour.example', 'harbour.example'],
  ])('is read from %s', (typed, domain) => {
    const command = { command: 'confirm-domain', organisation: 'o', domain: typed, by: 'Nina', note: 'n' };
    expect(commandSchema.parse(command)).toMatchObject({ domain, listsAtOnce: false });
  });

  it.each(['harbour', 'http://harbour.example', 'harbour .example'])('is not read from "%s"', (typed) => {
    const command = { command: 'confirm-domain', organisation: 'o', domain: typed, by: 'Nina', note: 'n' };
    expect(commandSchema.safeParse(command).success).toBe(false);
  });
});

describe('the prescribing lead of an organisation', () => {
  let one: Awaited<ReturnType<typeof service>>;
  beforeEach(async () => (one = await service()));

  it('is confirmed with how the team knows, and receives the digests once the address is confirmed too', async () => {
    expect(await one.confirm('lead', 'lea@harbour.example')).toMatchObject({
      ok: true,
      value: { state: 'confirmed', how, decidedBy: 'Nina' },
    });
    expect(await one.its.organisations.find(surgery.id)).not.toHaveProperty('leadEmail');
    expect(one.its.mails()).toEqual(['lead-named']);
    await one.says('lea@harbour.example', 'yes');
    expect(one.its.mails()).toEqual(['lead-confirmed', 'lead-named']);
    expect(await one.its.organisations.find(surgery.id)).toMatchObject({
      leadEmail: 'lea@harbour.example',
      leadConfirmedAt: NOW,
      digests: true,
    });
    await one.confirm('lead', 'LEA@harbour.example');
    expect(one.actions()).toEqual(['organisation-person-confirmed', 'lead-address-confirmed']);
  });

  it('is one person: another is confirmed only as a replacement', async () => {
    await one.confirm('lead', 'lea@harbour.example');
    expect(await one.confirm('lead', 'nia@harbour.example', { name: 'Nia New' })).toEqual({
      ok: false,
      refusal: 'another-lead-is-confirmed',
    });
    await one.confirm('lead', 'nia@harbour.example', { name: 'Nia New', replaces: true });
    expect(await one.people()).toMatchObject(
      (await one.people()).map(({ email }) => ({
        state: email === 'nia@harbour.example' ? 'confirmed' : 'replaced',
      })),
    );
    expect(await one.people()).toHaveLength(2);
    expect(await one.its.organisations.find(surgery.id)).not.toHaveProperty('leadEmail');
    expect(one.its.mails()).toEqual(['lead-named', 'lead-named', 'lead-replaced']);
    await one.says('nia@harbour.example', 'yes');
    expect((await one.its.organisations.find(surgery.id))?.leadEmail).toBe('nia@harbour.example');
  });

  it('is not two people who are confirmed at the same moment', async () => {
    const [first, second] = await Promise.all([
      one.confirm('lead', 'lea@harbour.example'),
      one.confirm('lead', 'nia@harbour.example', { name: 'Nia New' }),
    ]);
    expect([first.ok, second.ok].toSorted()).toEqual([false, true]);
    expect((await one.people()).filter(({ state }) => state === 'confirmed')).toHaveLength(1);
  });

  it('is a task for the team while only named', async () => {
    await one.its.table.commit([
      one.its.trust.savePerson({
        id: organisationPersonId('lead', 'eve@evil.example'),
        version: 0,
        organisationId: surgery.id,
        role: 'lead',
        name: 'Eve Example',
        email: 'eve@evil.example',
        state: 'proposed',
        proposedBy: 'request#req1',
        proposedAt: NOW,
      }),
    ]);
    expect(await listNamedPeople(one.its)()).toMatchObject([
      {
        organisation: surgery.id,
        organisationName: surgery.name,
        name: 'Eve Example',
        namedBy: 'request#req1',
      },
    ]);
    const refusal = { organisation: surgery.id, role: 'lead' as const, email: 'eve@evil.example' };
    expect(await refusePerson(one.its)({ ...refusal, why: 'unknown there', by: 'Nina' })).toMatchObject({
      value: { state: 'refused' },
    });
    expect(await listNamedPeople(one.its)()).toEqual([]);
  });

  it('receives nothing any more when refused after having been confirmed', async () => {
    await one.confirm('lead', 'lea@harbour.example');
    await one.says('lea@harbour.example', 'yes');
    await refusePerson(one.its)({
      organisation: surgery.id,
      role: 'lead',
      email: 'lea@harbour.example',
      why: 'left',
      by: 'Nina',
    });
    const after = await one.its.organisations.find(surgery.id);
    expect(after).toMatchObject({ digests: false });
    expect(after).not.toHaveProperty('leadEmail');
    expect(after).not.toHaveProperty('leadConfirmedAt');
  });
});

describe('a voucher of an organisation', () => {
  it('is confirmed without becoming its lead, and may be one of several', async () => {
    const { confirm, people, its } = await service();
    await confirm('voucher', 'petra@nhs.net', { name: 'Petra Manager' });
    await confirm('voucher', 'paul@nhs.net', { name: 'Paul Partner' });
    expect((await people()).map(({ state, role }) => `${role} ${state}`)).toEqual([
      'voucher confirmed',
      'voucher confirmed',
    ]);
    expect(await its.organisations.find(surgery.id)).not.toHaveProperty('leadEmail');
  });

  it('needs a name, unless one is known', async () => {
    const { its } = await service();
    const asked = { organisation: surgery.id, role: 'voucher' as const, email: 'p@nhs.net', how, by: 'Nina' };
    expect(await confirmPerson(its)({ ...asked, name: undefined, replaces: false })).toEqual({
      ok: false,
      refusal: 'name-missing',
    });
  });
});
