import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../shared/kernel/time.ts';
import { journeyStack, textOf } from '../support/journey/stack.ts';

const team = 'team@dpp-match.example';
/** Days from the request until the DPP has to be known. */
const SIGN_OFF_DAYS = 14;

describe('an unanswered offer', () => {
  const stack = journeyStack(31);
  const [amara, bilal, lee] = ['amara@dpp.example', 'bilal@dpp.example', 'lee@learner.example'];

  const subjectsTo = async (address: string) => (await stack.mails(address)).map(({ subject }) => subject);
  const countTo = async (address: string, says: RegExp) =>
    (await subjectsTo(address)).filter((subject) => says.test(subject)).length;

  beforeEach(async () => {
    await stack.empty();
    await stack.listed();
    await stack.listed({
      name: 'Bilal Example',
      email: bilal,
      registrationNumber: '2012346',
      outcode: 'ME10',
      organisation: 'Creek Surgery',
    });
    // A learner in a hurry, whose offers have a few days, so that the clock has less to move.
    const day = await stack.today();
    await stack.asked({
      signOffNeededBy: addDays(day, SIGN_OFF_DAYS),
      applicationsClose: addDays(day, SIGN_OFF_DAYS + 1),
      courseStart: addDays(day, SIGN_OFF_DAYS + 3),
    });
  });

  it('reminds at half time, asks the next DPP when the time is over, and tells everybody', async () => {
    expect(await countTo(amara, /^Accept or decline/u)).toBe(1);
    const [offer] = await stack.nouns('offer');
    const facts = JSON.stringify(offer);
    const moment = (name: string) => new RegExp(`"${name}":"([^"]+)"`, 'u').exec(facts)?.[1] ?? '';

    await stack.advance({ to: new Date(Date.parse(moment('remindAt')) - 60_000).toISOString() });
    expect(await countTo(amara, /waiting/u)).toBe(0);
    await stack.advance({ to: new Date(Date.parse(moment('remindAt')) + 86_400_000).toISOString() });
    expect(await countTo(amara, /waiting/u)).toBe(1);

    await stack.advance({ to: new Date(Date.parse(moment('expiresAt')) - 60_000).toISOString() });
    expect(await countTo(bilal, /^Accept or decline/u)).toBe(0);
    await stack.advance({ to: new Date(Date.parse(moment('expiresAt')) + 60_000).toISOString() });
    await stack.runSchedule('matching-match-seats');
    expect(await countTo(amara, /No answer needed now/u)).toBe(1);
    expect(await countTo(bilal, /^Accept or decline/u)).toBe(1);
    expect(textOf(await stack.mailTo(lee, 'asking the next DPP'))).toContain('did not answer in time');
  });

  it('tells requester and team when the sign-off day has passed without an acceptance', async () => {
    await stack.advance({ to: `${addDays(await stack.today(), SIGN_OFF_DAYS + 2)}T12:00:00.000Z` });
    expect(await countTo(lee, /no DPP found in time/u)).toBe(1);
    expect(
      (await subjectsTo(team)).filter((subject) => /sign-off|passed|in time|no DPP/iu.test(subject)),
    ).not.toEqual([]);
    const [request] = await stack.nouns('request');
    expect(JSON.stringify(request)).toContain('"state":"lapsed"');
    // No pending offer is left.
    const open = (await stack.nouns('offer')).filter((offer) =>
      JSON.stringify(offer).includes('"state":"pending"'),
    );
    expect(open).toEqual([]);
  });

  it('has one effect when every schedule runs twice', async () => {
    await stack.advance({ days: 5 });
    const schedules = (await stack.schedules()).map(({ name }) => name);
    for (const name of schedules) expect(await stack.runSchedule(name), name).toMatchObject({ ok: true });
    const rows = (await stack.rows()).map(({ pk, sk }) => `${String(pk)} ${String(sk)}`).sort();
    const mails = (await stack.mails()).map(({ subject, destination }) => [destination.to, subject]);
    for (const name of schedules) expect(await stack.runSchedule(name), name).toMatchObject({ ok: true });
    expect((await stack.mails()).map(({ subject, destination }) => [destination.to, subject])).toEqual(mails);
    const after = (await stack.rows()).map(({ pk, sk }) => `${String(pk)} ${String(sk)}`).sort();
    expect(after).toEqual(rows);
  });
});
