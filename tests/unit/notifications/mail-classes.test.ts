import { describe, expect, it } from 'vitest';
import { sweepOutbox } from '../../../functions/notifications/outbox/sweep-outbox.ts';
import { causedFrom, emailFor, type EmailName } from '../../../shared/notifications/email.ts';
import { networksInTurn } from '../../../shared/notifications/in-turn.ts';
import { mailboxOf } from '../../../shared/kernel/mailbox.ts';
import { sharesOf } from '../../../shared/notifications/mail-shares.ts';
import { addMinutes } from '../../../shared/kernel/time.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { anOutbox } from '../../support/outbox.ts';

/** Creates an outbox with a DPP who can get an answer, a check-in and a confirmation. */
const anHourOf = async (anHour: number) => {
  let calls = 0;
  const outbox = anOutbox({
    anHour,
    over: (table) => ({
      ...table,
      get: (keys) => ((calls += 1), table.get(keys)),
      commit: (changes, key) => ((calls += 1), table.commit(changes, key)),
    }),
  });
  const newcomer = aPractitioner({ version: 0, id: 'new', state: 'unconfirmed' });
  await outbox.given(
    outbox.practitioners.save(aPractitioner({ version: 0, confirmedAt: '2026-08-01T09:00:00.000Z' })),
    outbox.practitioners.save(newcomer),
  );
  let count = 0;
  const caused = async (name: EmailName, practitionerId: string, network: string): Promise<string> => {
    count += 1;
    const id = String(count).padStart(4, '0');
    const email = causedFrom(emailFor(name, id, { practitionerId }, outbox.clock.now()), network);
    await outbox.given(outbox.emails.save(email));
    return email.id;
  };
  const sent = async (id: Promise<string>) => outbox.send(await id);
  return {
    ...outbox,
    /** Calls of the table so far. */
    calls: () => calls,
    answer: () => sent(caused('practitioner-manage-link', 'dpp1', '')),
    checkIn: () => sent(caused('practitioner-capacity-check-in', 'dpp1', '')),
    confirmation: (network: string) => sent(caused('practitioner-address-confirm', 'new', network)),
    waits: (network: string) => caused('practitioner-address-confirm', 'new', network),
    answerWaits: () => caused('practitioner-manage-link', 'dpp1', ''),
    sweep: sweepOutbox({ ...outbox, log: outbox.quiet }),
  };
};

const times = async (count: number, act: (index: number) => Promise<string>): Promise<readonly string[]> => {
  const all: string[] = [];
  for (let index = 0; index < count; index += 1) all.push(await act(index));
  return all;
};
const sentIn = (outcomes: readonly string[]): number => outcomes.filter((one) => one === 'sent').length;

describe('the e-mails of an hour', () => {
  it('go to unconfirmed addresses up to 30 in 100, and answers still get the rest', async () => {
    const hour = await anHourOf(100);
    expect(sentIn(await times(60, (index) => hour.confirmation(`network ${index}`)))).toBe(30);
    expect(sentIn(await times(80, hour.answer))).toBe(70);
  });

  it('are reminders, check-ins and mail to unconfirmed addresses up to a half', async () => {
    const hour = await anHourOf(100);
    expect(sentIn(await times(80, hour.checkIn))).toBe(50);
    expect(await hour.confirmation('network')).toBe('held-back');
    expect(sentIn(await times(60, hour.answer))).toBe(50);
  });

  it('leave check-ins a share that no flood can use', async () => {
    const hour = await anHourOf(100);
    await times(60, (index) => hour.confirmation(`network ${index}`));
    expect(sentIn(await times(30, hour.checkIn))).toBe(20);
  });

  it('may all be answers', async () => {
    const hour = await anHourOf(100);
    expect(sentIn(await times(110, hour.answer))).toBe(100);
    expect(await hour.confirmation('network')).toBe('held-back');
  });

  it('reach a network that has caused none yet, although others cause many', async () => {
    const hour = await anHourOf(500);
    const flood = await times(1_500, (index) => hour.confirmation(`network ${index % 75}`));
    expect(sentIn(flood)).toBe(75 + 50);
    expect(await hour.confirmation('a practice')).toBe('sent');
    expect(sentIn(await times(200, hour.answer))).toBe(200);
  }, 30_000);

  it('cost little for an e-mail that has to wait, and nothing is prepared for it', async () => {
    const hour = await anHourOf(10);
    await times(3, (index) => hour.confirmation(`network ${index}`));
    const waiting = await hour.waits('network 4');
    const before = hour.calls();
    expect(await hour.send(waiting)).toBe('held-back');
    // Reads the e-mail and the counters, then the e-mail again, which it postpones.
    expect(hour.calls() - before).toBe(4);
  });

  it('raise the alarm once, when half of them are used', async () => {
    const hour = await anHourOf(100);
    const alarms = () => hour.log.filter((code) => code === 'half-of-the-emails-used').length;
    await times(49, hour.answer);
    expect(alarms()).toBe(0);
    await hour.answer();
    expect(alarms()).toBe(1);
    await times(30, hour.answer);
    expect(alarms()).toBe(1);
    hour.waitMinutes(60);
    await times(50, hour.answer);
    expect(alarms()).toBe(2);
  });
});

describe('the backlog', () => {
  it('starts with answers, and networks then take turns', async () => {
    const hour = await anHourOf(20);
    await times(20, hour.answer);
    const flood = await times(6, () => hour.waits('flood'));
    const genuine = await hour.waits('practice');
    const answers = await times(3, hour.answerWaits);
    for (const id of [...flood, genuine, ...answers]) expect(await hour.send(id)).toBe('held-back');
    hour.at(addMinutes(NOW, 60 - Number(NOW.slice(14, 16))));
    hour.mailer.handedOver.length = 0;
    await hour.sweep();
    const order = hour.mailer.handedOver.map(({ emailId }) => emailId);
    // Of 20 e-mails, 6 may go to unconfirmed addresses, and 2 of them to a network that had one before.
    expect(order).toEqual([...answers, flood[0], genuine, flood[1], flood[2]]);
  });

  it('is in the order of age within one network', () => {
    const of = (cause: string, minute: number, network: string) =>
      causedFrom(emailFor('requester-address-confirm', cause, {}, addMinutes(NOW, minute)), network);
    const mails = [of('c', 3, 'a'), of('d', 4, 'b'), of('a', 1, 'a'), of('b', 2, 'a')];
    expect(networksInTurn(mails).map(({ id }) => id.split('.')[1])).toEqual(['a', 'd', 'b', 'c']);
  });
});

describe('the network that caused an e-mail', () => {
  it('is kept with mail to unconfirmed addresses only', () => {
    expect(causedFrom(emailFor('practitioner-address-confirm', 'x', {}, NOW), 'n')).toMatchObject({
      network: 'n',
    });
    expect(causedFrom(emailFor('practitioner-manage-link', 'x', {}, NOW), 'n')).not.toHaveProperty('network');
  });
});

describe('the shares of an hour', () => {
  it.each([
    [500, { notAnswers: 250, unconfirmed: 150, again: 50 }],
    [20, { notAnswers: 10, unconfirmed: 6, again: 2 }],
    [0, { notAnswers: 0, unconfirmed: 0, again: 0 }],
  ])('of %i e-mails', (anHour, shares) => {
    expect(sharesOf(anHour)).toEqual(shares);
  });
});

describe('one mailbox', () => {
  it.each([
    ['bomb+1@practice.example', 'bomb@practice.example'],
    ['bomb+a+b@practice.example', 'bomb@practice.example'],
    ['B.O.M.B@gmail.com', 'bomb@gmail.com'],
    ['b.omb+tag@GoogleMail.com', 'bomb@gmail.com'],
    [' bomb@gmail.com ', 'bomb@gmail.com'],
    ['b.omb@practice.example', 'b.omb@practice.example'],
    ['+44@practice.example', '+44@practice.example'],
    ['a@b+c@practice.example', 'a@b@practice.example'],
  ])('%s is that of %s', (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox);
  });
});
