import { beforeEach, describe, expect, it } from 'vitest';
import { journeyStack, linkIn, textOf } from '../support/journey/stack.ts';

const team = 'team@dpp-match.example';
const [amara, bilal, lee, mia] = [
  'amara@dpp.example',
  'bilal@dpp.example',
  'lee@learner.example',
  'mia@learner.example',
];

type Kind = 'bounce' | 'complaint' | 'not-spam' | 'soft-bounce';

/** What each event about the e-mail of an offer does, as people see it. */
const consequences: readonly {
  readonly kind: Kind;
  readonly offer: string;
  readonly learnerReads: RegExp;
  readonly isListed: boolean;
  readonly team: RegExp | undefined;
  readonly isNextAsked: boolean;
}[] = [
  {
    kind: 'bounce',
    offer: 'withdrawn',
    learnerReads: /We could not reach the person we had asked|We have asked a DPP/u,
    isListed: false,
    team: /^Phone Amara Example/u,
    isNextAsked: true,
  },
  {
    kind: 'complaint',
    offer: 'withdrawn',
    learnerReads: /We could not reach the person we had asked|We have asked a DPP/u,
    isListed: false,
    team: /^Phone Amara Example/u,
    isNextAsked: true,
  },
  {
    kind: 'not-spam',
    offer: 'pending',
    learnerReads: /We have asked a DPP/u,
    isListed: true,
    team: undefined,
    isNextAsked: false,
  },
  {
    kind: 'soft-bounce',
    offer: 'pending',
    learnerReads: /We have asked a DPP/u,
    isListed: true,
    team: undefined,
    isNextAsked: false,
  },
];

describe('a DPP who is asked about a learner, whose e-mail', () => {
  const stack = journeyStack(62);

  const subjectsTo = async (address: string) => (await stack.mails(address)).map(({ subject }) => subject);
  const stateOf = (row: Readonly<Record<string, unknown>> | undefined) => row?.['state'];
  const offerMail = () => stack.mailTo(amara, 'Accept or decline');
  const isShown = async (): Promise<boolean> => {
    await stack.advance({ minutes: 1 });
    return (await stack.caller.see('/find-a-dpp/results')).body.includes('Amara Example');
  };
  const told = async (kind: Kind): Promise<void> => {
    const { messageId } = await offerMail();
    await stack.mailEvent({ kind, messageId, to: amara });
    await stack.settle();
  };
  /** The newest link of a kind in the e-mails to somebody. */
  const linkTo = async (address: string, kind: string) =>
    linkIn((await stack.mails(address)).filter(({ body }) => body.text?.includes(`/${kind}/`)).at(-1)!, kind);

  beforeEach(async () => {
    await stack.empty();
    await stack.forgetQuotas();
    await stack.listed();
    await stack.asked();
    await offerMail();
    await stack.listed({
      name: 'Bilal Example',
      email: bilal,
      registrationNumber: '2012346',
      outcode: 'ME10',
      organisation: 'Creek Surgery',
      placesOffered: 3,
    });
  });

  it.each(consequences)('ends with: $kind', async (one) => {
    expect(await isShown()).toBe(true);
    const status = await linkTo(lee, 'status');
    const before = (await subjectsTo(team)).length;
    await told(one.kind);
    const [first] = (await stack.nouns('offer')).filter((row) => JSON.stringify(row).includes('"pending"'));
    const states = (await stack.nouns('offer')).map(stateOf);
    expect(states).toContain(one.offer);
    if (!one.isNextAsked) expect(first).toBeDefined();
    expect(await isShown()).toBe(one.isListed);
    const news = (await subjectsTo(team)).slice(before);
    if (one.team === undefined) expect(news).toEqual([]);
    else {
      expect(news.filter((subject) => one.team?.test(subject))).toHaveLength(1);
      const text = textOf(await stack.mailTo(team, one.team));
      for (const words of ['Amara Example', amara, 'Lee Learner', 'lift-suppression', '--email ADDRESS'])
        expect(text).toContain(words);
    }
    expect((await stack.caller.see(status)).body).toMatch(one.learnerReads);
    await stack.runSchedule('matching-match-seats');
    const asked = (await subjectsTo(bilal)).some((subject) => subject.startsWith('Accept or decline'));
    expect(asked).toBe(one.isNextAsked);
    if (one.isNextAsked) {
      const mail = await stack.mailTo(lee, /could not reach the person we had asked/u);
      expect(mail.subject).not.toBe('');
    }
  });

  it('bounced is not asked about the next learner, whose offer goes to somebody else', async () => {
    await told('bounce');
    await stack.runSchedule('matching-match-seats');
    await stack.forgetQuotas();
    await stack.clearInbox();
    await stack.asked({ requesterName: 'Mia Learner', email: mia, registrationNumber: '2054399' });
    await stack.runSchedule('matching-match-seats');
    expect(await subjectsTo(amara)).toEqual([]);
    expect((await subjectsTo(bilal)).some((subject) => subject.startsWith('Accept or decline'))).toBe(true);
  });

  it('bounced comes back by confirming another address, from a link that still works', async () => {
    const manage = await linkTo(amara, 'manage');
    await told('bounce');
    const page = await stack.caller.see(manage);
    expect(page.body).toContain('Our emails to amara@dpp.example come back');
    const asked = await stack.caller.submit(`${manage}/new-address`, { email: 'amara.new@dpp.example' });
    expect(asked.status, asked.body).toBe(200);
    expect(await isShown()).toBe(false);
    const confirm = linkIn(
      await stack.mailTo('amara.new@dpp.example', 'Confirm your new address'),
      'confirm',
    );
    expect((await stack.caller.see(confirm)).body).toContain('amara.new@dpp.example');
    expect((await stack.caller.submit(confirm, { decision: 'yes' })).status).toBe(200);
    expect(await isShown()).toBe(true);
    await stack.mailTo('amara.new@dpp.example', 'new link');
    // Links that went to the former address have ended.
    expect((await stack.caller.see(manage)).status).toBe(410);
  });

  it('bounced comes back to another address that the team was told', async () => {
    await told('bounce');
    const [dpp] = (await stack.nouns('practitioner')).filter((row) => JSON.stringify(row).includes(amara));
    const id = String(dpp?.['pk']).split('#')[1];
    expect(
      await stack.team('correct', {
        id,
        email: 'amara.new@dpp.example',
        by: 'Tess Team',
        why: 'told by phone',
      }),
    ).toMatchObject({
      ok: true,
    });
    const confirm = linkIn(
      await stack.mailTo('amara.new@dpp.example', 'Confirm your new address'),
      'confirm',
    );
    await stack.caller.submit(confirm, { decision: 'yes' });
    expect(await isShown()).toBe(true);
  });

  it('bounced is asked again after the team has lifted the suppression', async () => {
    await told('bounce');
    const lift = { email: amara, by: 'Tess Team', why: 'their mailbox works again' };
    expect(await stack.team('lift-suppression', lift)).toMatchObject({ ok: true });
    expect(await isShown()).toBe(true);
    expect(await stack.team('lift-suppression', lift)).toMatchObject({
      ok: false,
      refusal: 'not-suppressed',
    });
    await stack.forgetQuotas();
    await stack.clearInbox();
    await stack.asked({ requesterName: 'Mia Learner', email: mia, registrationNumber: '2054399' });
    await stack.runSchedule('matching-match-seats');
    const everybody = [...(await subjectsTo(amara)), ...(await subjectsTo(bilal))];
    expect(everybody.some((subject) => subject.startsWith('Accept or decline'))).toBe(true);
    await stack.caller.see(await linkTo(mia, 'status'));
  });

  it('bounced keeps the learner who has an agreed place', async () => {
    const offer = linkIn(await offerMail(), 'offers');
    await stack.caller.post(offer, { decision: 'accept' });
    await stack.settle();
    await told('bounce');
    expect((await stack.nouns('match')).map(stateOf)).toEqual(['agreed']);
    expect(textOf(await stack.mailTo(team, /^Phone Amara/u))).toContain('keep it');
    expect(await isShown()).toBe(false);
  });
});

describe('a DPP whose mailbox is full', () => {
  const stack = journeyStack(64);
  const full = 'full@simulator.amazonses.com';

  it('gets the offer again, and the team and the learner read of it after a day', async () => {
    await stack.empty();
    await stack.listed({ email: full });
    await stack.asked();
    const offers = async () =>
      (await stack.mails(full)).filter(({ subject }) => subject.startsWith('Accept or decline')).length;
    expect(await offers()).toBe(1);
    await stack.advance({ hours: 1 });
    await stack.runSchedule('notifications-sweep-outbox');
    expect(await offers()).toBe(2);
    const status = linkIn(
      (await stack.mails(lee)).filter(({ body }) => body.text?.includes('/status/')).at(-1)!,
      'status',
    );
    expect((await stack.caller.see(status)).body).not.toContain('has not arrived');
    await stack.advance({ hours: 24 });
    await stack.runSchedule('notifications-sweep-outbox');
    const text = textOf(await stack.mailTo(team, /^Phone Amara Example: an offer has not arrived/u));
    for (const words of [full, 'Lee Learner']) expect(text).toContain(words);
    expect(await offers()).toBeGreaterThan(2);
    expect((await stack.caller.see(status)).body).toContain('has not arrived');
    expect((await stack.nouns('offer')).map((row) => row['state'])).toEqual(['pending']);
  });
});

describe('a learner whose e-mail bounced', () => {
  const stack = journeyStack(63);

  it('is reported to the team, and nobody new is asked after a week', async () => {
    await stack.empty();
    await stack.asked();
    const [mail] = await stack.mails(lee);
    await stack.mailEvent({ kind: 'bounce', messageId: mail!.messageId, to: lee });
    const text = textOf(await stack.mailTo(team, /^Phone Lee Learner/u));
    expect(text).toContain(lee);
    await stack.advance({ days: 8 });
    await stack.listed();
    await stack.runSchedule('matching-match-seats');
    expect(await stack.nouns('offer')).toEqual([]);
    await stack.team('lift-suppression', { email: lee, by: 'Tess Team', why: 'a new mailbox' });
    await stack.runSchedule('matching-match-seats');
    expect(await stack.nouns('offer')).toHaveLength(1);
  });
});
