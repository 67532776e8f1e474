import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { laterDays } from '../support/journey/later-days.ts';
import { journeyStack, linkIn, textOf } from '../support/journey/stack.ts';

const stack = journeyStack(41);

const learner = 'x91@throw-away.example';
const secondMailbox = 'y92@throw-away.example';
const dpp = 'amara@dpp.example';

const { onDay, toWorkingWeek } = laterDays(stack);

const subjectsTo = async (address: string) => (await stack.mails(address)).map(({ subject }) => subject);
const offers = async () => (await stack.nouns('offer')).length;

describe('a throw-away address that names a second one as its lead', () => {
  let page = '';
  let support = '';

  beforeAll(async () => {
    await stack.empty();
    await toWorkingWeek();
    await stack.listed();
    await stack.asked({ email: learner, nmpLeadName: 'Nobody Known', nmpLeadEmail: secondMailbox });
    page = linkIn(await stack.mailTo(learner, 'waits for your employer'), 'status');
    support = linkIn(await stack.mailTo(secondMailbox, 'Do you support'), 'support');
  });

  const status = async (): Promise<string> => (await stack.caller.see(page)).body;

  it('has nobody asked, and its page says what is waited for, from whom and since when', async () => {
    expect(await offers()).toBe(0);
    const body = await status();
    expect(body).toContain('Your request waits for the support of Nobody Known (y92@throw-away.example)');
    expect(body).toContain('Name another lead');
    expect(body).toContain('Use your work address');
  });

  it('opens nothing by the press of the second address, and shows it to the team', async () => {
    expect((await stack.caller.see(support)).body).toContain('Do you support this request?');
    expect((await stack.caller.post(support, { answer: 'supports' })).status).toBe(200);
    await stack.settle();
    expect(await offers()).toBe(0);
    const mail = textOf(await stack.mailTo('team@dpp-match.example', 'its lead has answered'));
    expect(mail).toContain(learner);
    expect(mail).toContain(secondMailbox);
    expect(mail).toMatch(/npm run programme -- open-request \S+/u);
    expect(await status()).toContain('The programme team checks this before we ask a DPP');
  });

  it('is asked about again after two working days and told to the team after four, and never opens', async () => {
    await stack.caller.post(`${page}/another-lead`, { name: 'Olu Unknown', email: 'olu@elsewhere.example' });
    await stack.settle();
    expect(await subjectsTo('olu@elsewhere.example')).toHaveLength(1);
    await onDay(1);
    expect(await subjectsTo('olu@elsewhere.example')).toHaveLength(1);
    await onDay(1);
    expect((await subjectsTo('olu@elsewhere.example')).at(-1)).toContain('Reminder');
    await onDay(2);
    await stack.mailTo('team@dpp-match.example', 'nobody has supported it');
    await onDay(3);
    expect(await offers()).toBe(0);
    expect(await subjectsTo(dpp)).not.toContainEqual(expect.stringContaining('Accept or decline'));
    expect(await status()).toContain('Waiting for support');
  }, 300_000);

  it('is asked for by the word of the team, with a reason that is kept', async () => {
    const [request] = await stack.nouns('request');
    const id = String(request?.['pk']).split('#')[1] ?? '';
    expect(
      await stack.team('open-request', { id, by: 'Tess Team', why: 'the practice manager knows him' }),
    ).toMatchObject({ ok: true });
    await stack.settle();
    expect(await offers()).toBe(1);
    await stack.mailTo(dpp, 'Accept or decline');
    expect(await status()).toContain('We have asked a DPP');
    expect(JSON.stringify((await stack.nouns('request'))[0])).toContain('the practice manager knows him');
  });
});

describe('the lead of a learner', () => {
  beforeEach(() => stack.empty());

  it('starts the search by one press after the link, from an address at the NHS', async () => {
    await stack.listed();
    await stack.asked({ email: learner, nmpLeadName: 'Nina Lead', nmpLeadEmail: 'nina.lead@trust.nhs.uk' });
    expect(await offers()).toBe(0);
    const link = linkIn(await stack.mailTo('nina.lead@trust.nhs.uk', 'Do you support'), 'support');
    await stack.caller.post(link, { answer: 'supports' });
    await stack.settle();
    expect(await offers()).toBe(1);
  });
});

describe('the prescribing lead of a trust', () => {
  const trust = 'Medway Pharmacy';
  let number = 2_060_000;

  /** Somebody at the NHS asks for a learner of the trust and names its lead. */
  const named = async (nmpLeadEmail: string, nmpLeadName: string, email?: string): Promise<void> => {
    await stack.forgetQuotas();
    await stack.asked({
      email: email ?? `l${(number += 1)}@learner.example`,
      registrationNumber: String((number += 1)),
      organisation: trust,
      nmpLeadEmail,
      nmpLeadName,
    });
    await stack.settle();
  };
  const saysYes = async (address: string): Promise<number> => {
    const link = linkIn(await stack.mailTo(address, /prescribing lead/u), 'lead');
    const { status } = await stack.caller.post(link, { answer: 'yes' });
    await stack.settle();
    return status;
  };
  const idOfTrust = async (): Promise<string> => {
    const row = (await stack.nouns('organisation')).find((one) => JSON.stringify(one).includes(trust));
    return String(row?.['pk']).split('#')[1] ?? '';
  };
  /** Makes this week's digests again. */
  const makeDigests = async (): Promise<void> => {
    await stack.forgetDigests();
    await stack.runSchedule('notifications-weekly-digests');
    // The page to which a digest leads opens once its figures are counted.
    await stack.runSchedule('directory-count-figures');
    await stack.settle();
  };
  const digestsTo = async (address: string) =>
    (await stack.mails(address)).filter(({ body }) => (body.text ?? '').includes('See the whole digest'));

  it('is nobody who was only named, in five ways; the true lead takes over', async () => {
    await stack.empty();
    const strangers = [
      ['eve@nhs.net', 'Eve Shared', 'lee.learner@nhs.net'],
      ['eve@evil.example', 'Eve Made-up', undefined],
      ['first@learner.example', 'Eve First', undefined],
      ['second@learner.example', 'Eve Second', undefined],
    ] as const;
    for (const [address, name, asker] of strangers) await named(address, name, asker);
    // The fifth is the lead of another organisation.
    await stack.forgetQuotas();
    await named('elsewhere@creek.example', 'Eve Elsewhere');
    await stack.asked({
      email: 'other@learner.example',
      registrationNumber: '2069999',
      organisation: 'Creek Surgery',
    });
    const creek = (await stack.nouns('organisation')).find((row) =>
      JSON.stringify(row).includes('Creek Surgery'),
    );
    await stack.team('confirm-lead', {
      organisation: String(creek?.['pk']).split('#')[1] ?? '',
      email: 'elsewhere@creek.example',
      name: 'Eve Elsewhere',
      by: 'Tess Team',
      how: 'called the surgery',
    });
    const all = [...strangers.map(([address]) => address), 'elsewhere@creek.example'];
    for (const address of all) expect(await saysYes(address)).toBe(200);
    const tasks = (await stack.mails('team@dpp-match.example')).filter(({ body }) =>
      /npm run programme -- (?:confirm|replace)-lead/u.test(body.text ?? ''),
    );
    for (const address of all)
      expect(
        tasks.some(({ body }) => (body.text ?? '').includes(address)),
        address,
      ).toBe(true);

    await makeDigests();
    for (const address of all)
      for (const { body } of await digestsTo(address)) expect(body.text).not.toContain(trust);

    const id = await idOfTrust();
    const how = 'called the number of the public register';
    await stack.team('confirm-lead', {
      organisation: id,
      email: 'first@learner.example',
      by: 'Tess Team',
      how,
    });
    await stack.settle();
    await makeDigests();
    const [digest] = await digestsTo('first@learner.example');
    if (digest === undefined) throw new Error('the confirmed lead has no digest');
    const page = linkIn(digest, 'organisation');
    const whole = linkIn(digest, 'digest');
    expect((await stack.caller.get(page)).status).toBe(200);

    await stack.team('replace-lead', {
      organisation: id,
      email: 'true@trust.example',
      name: 'True Lead',
      by: 'Tess Team',
      how,
    });
    await stack.settle();
    expect((await stack.caller.get(page)).status).toBe(410);
    expect((await stack.caller.get(whole)).status).toBe(410);
    expect(await subjectsTo('first@learner.example')).toContainEqual(expect.stringContaining('no longer'));
    expect(await saysYes('true@trust.example')).toBe(200);
    await makeDigests();
    expect(await digestsTo('first@learner.example')).toHaveLength(1);
    const [own] = await digestsTo('true@trust.example');
    if (own === undefined) throw new Error('the true lead has no digest');
    expect((await stack.caller.see(linkIn(own, 'organisation'))).body).toContain(trust);
  }, 600_000);
});
