import { beforeEach, describe, expect, it } from 'vitest';
import { decideOffer } from '../../../functions/matching/offers/decide-offer.ts';
import { addressHash } from '../../../functions/platform/hash.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { registerAnswers } from '../../support/journey/answers.ts';
import { registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';

const backUp = { backUpName: 'Bilal Back-up', backUpEmail: 'bilal@dpp.example' };
const approver = { employerApprover: 'Ann Approver', employerApproverEmail: 'ann@nhs.net' };

const service = () => {
  const its = registrationService();
  const toNamed = () =>
    its
      .ofKind('email')
      .map((row) => its.emails.parse(row))
      .filter(({ name }) => name === 'named-in-listing')
      .map(({ about }) => about.occasion);
  return {
    its,
    /** The hashes of the addresses of people who were told that a DPP named them. */
    toNamed,
    dpp: async () => (await its.practitioners.findPresent('dpp1'))!,
    page: (email: string) =>
      its.link({
        kind: 'named',
        recipient: 'named-person',
        practitionerId: 'dpp1',
        occasion: addressHash(email),
      }),
    act: async (action: string, form: Record<string, readonly string[]>) =>
      sent(
        { show: its.manage.showAction, take: its.manage.takeAction },
        {
          token: await its.link({ kind: 'manage', recipient: 'practitioner', practitionerId: 'dpp1' }),
          action,
        },
        form,
      ),
  };
};
type Service = ReturnType<typeof service>;
let one: Service;
beforeEach(() => (one = service()));

const hashes = (...addresses: readonly string[]) => addresses.map(addressHash);

describe('a person whom a DPP names', () => {
  it('is told when the DPP has confirmed their own address, and not before', async () => {
    const { its } = one;
    expect(await sentJson(its.register.takeJson, registerAnswers({ ...backUp, ...approver }))).toMatchObject({
      status: 202,
    });
    expect(one.toNamed()).toEqual([]);
    const id = String(its.ofKind('practitioner')[0]?.pk).split('#')[1] ?? '';
    const token = await its.link({ kind: 'confirm', recipient: 'practitioner', practitionerId: id });
    await sent(its.confirm, { token }, { decision: ['yes'] });
    await sent(its.confirm, { token }, { decision: ['yes'] });
    expect(one.toNamed().toSorted()).toEqual(hashes('ann@nhs.net', 'bilal@dpp.example').toSorted());
  });

  it('is told once if they hold two roles', async () => {
    const { its } = one;
    await sentJson(
      its.register.takeJson,
      registerAnswers({ ...backUp, employerApproverEmail: 'BILAL@dpp.example' }),
    );
    const id = String(its.ofKind('practitioner')[0]?.pk).split('#')[1] ?? '';
    const token = await its.link({ kind: 'confirm', recipient: 'practitioner', practitionerId: id });
    await sent(its.confirm, { token }, { decision: ['yes'] });
    expect(one.toNamed()).toHaveLength(1);
  });

  it('is told by an acceptance that names them', async () => {
    const { its } = one;
    await its.given({
      practitioners: [
        aPractitioner({
          pendingOffers: [{ offerId: 'offer1', from: '2027-02-01', to: '2027-07-31', holdsPlace: false }],
        }),
      ],
      requests: [
        aRequest({ seats: [aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' })] }),
      ],
      offers: [anOffer()],
    });
    const accept = {
      decision: 'accept',
      conflicts: [],
      backUp: { name: 'Bilal Back-up', email: 'bilal@dpp.example' },
    } as const;
    expect(await decideOffer(its)('offer1', accept, NOW)).toMatchObject({ ok: true });
    expect(one.toNamed()).toEqual(hashes('bilal@dpp.example'));
  });

  it('may not be the DPP', async () => {
    const answers = registerAnswers({ employerApproverEmail: 'Amara@dpp.example' });
    expect(await sentJson(one.its.register.takeJson, answers)).toMatchObject({ status: 422 });
  });
});

describe('a person whom a listing names', () => {
  const told = hashes('bilal@dpp.example', 'ann@nhs.net');
  const given = (changes: Partial<Practitioner> = {}) =>
    one.its.given({
      practitioners: [aPractitioner({ ...backUp, ...approver, namedTold: told, ...changes })],
    });
  const object = async (email: string) =>
    sent(one.its.named, { token: await one.page(email) }, { answer: ['object'] });

  it('reads by whom and for what they were named; the page changes nothing', async () => {
    await given();
    const token = await one.page('bilal@dpp.example');
    const rows = one.its.table.rows();
    const page = await seen(one.its.named, { token });
    for (const words of ['Amara Example', 'Bilal Back-up', 'bilal@dpp.example', 'could step in'])
      expect(page.body).toContain(words);
    expect(page.body).not.toContain('Ann Approver');
    expect(one.its.table.rows()).toEqual(rows);
  });

  it('objects by one press: name and address are gone, and the DPP is told', async () => {
    await given();
    expect((await object('bilal@dpp.example')).status).toBe(200);
    const after = await one.dpp();
    expect(after).toMatchObject(approver);
    expect(after).not.toHaveProperty('backUpName');
    expect(after).not.toHaveProperty('backUpEmail');
    expect(one.its.mails()).toEqual(['practitioner-name-removed']);
    expect((await one.its.audit.of('practitioner#dpp1')).map(({ actor, action }) => [actor, action])).toEqual(
      [['named-person', 'naming-objected']],
    );
    expect(JSON.stringify(one.its.table.rows())).not.toContain('bilal@dpp.example');
    await object('bilal@dpp.example');
    expect(one.its.mails()).toHaveLength(1);
  });

  it('objects in both roles at once', async () => {
    await given({ employerApproverEmail: 'bilal@dpp.example' });
    await object('bilal@dpp.example');
    expect(await one.dpp()).not.toHaveProperty('employerApproverEmail');
    expect(await one.dpp()).not.toHaveProperty('employerApprover');
  });

  it('may agree, and has to choose', async () => {
    await given();
    const token = await one.page('ann@nhs.net');
    expect((await sent(one.its.named, { token }, {})).status).toBe(422);
    expect((await sent(one.its.named, { token }, { answer: ['agree'] })).status).toBe(200);
    expect(await one.dpp()).toMatchObject(approver);
    expect(one.its.mails()).toEqual([]);
  });

  it('is not told again when other details change, and is when they are named again after they objected', async () => {
    await given();
    const before = await one.dpp();
    const named = {
      employerApproval: ['yes'],
      employerApproverEmail: ['ann@nhs.net'],
      backUpName: ['Bilal Back-up'],
      backUpEmail: ['bilal@dpp.example'],
    };
    await one.act('support', named);
    expect(one.toNamed()).toEqual([]);
    expect((await one.dpp()).version).toBeGreaterThan(before.version);
    await object('bilal@dpp.example');
    await one.act('support', named);
    expect(one.toNamed()).toEqual(hashes('bilal@dpp.example'));
  });
});
