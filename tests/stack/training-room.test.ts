import { beforeAll, describe, expect, it } from 'vitest';
import { journeyStack } from '../support/journey/stack.ts';
import { pageByPage } from '../support/journey/page-by-page.ts';
import { readable } from '../support/journey/visitor.ts';
import { kentRegistration } from '../support/journeys.ts';

const PEOPLE = Array.from({ length: 24 }, (_, index) => index);

/** The third number of an address that the stage of this machine lists as a training room, and of one that it does not. */
const LISTED = 240;
const UNLISTED = 239;

describe('a training room with one public address', () => {
  const listed = journeyStack(LISTED);
  const unlisted = journeyStack(UNLISTED);
  beforeAll(() => listed.empty());

  const register = (stack: typeof listed, index: number) =>
    stack.caller.post(
      '/api/v1/practitioners',
      stack.anOffer({
        email: `${stack === listed ? 'listed' : 'unlisted'}${String(index)}@dpp.example`,
        registrationNumber: String(2_066_000 + index),
      }),
    );

  it('that is listed: 24 people register within an hour, and each gets the e-mail', async () => {
    const before = await listed.now();
    for (const index of PEOPLE) expect([index, (await register(listed, index)).status]).toEqual([index, 202]);
    expect((await listed.now()).getTime() - before.getTime()).toBeLessThan(3_600_000);
    for (const index of PEOPLE)
      expect(await listed.mails(`listed${String(index)}@dpp.example`)).toHaveLength(1);
  });

  it('that is not listed: the 21st reads when it works again, and it does', async () => {
    // Begins five minutes after the full hour, so that the hour does not end meanwhile.
    const minutes = (await unlisted.now()).getUTCMinutes();
    await unlisted.advance({ minutes: 65 - minutes });
    for (const index of PEOPLE.slice(0, 20))
      expect([index, (await register(unlisted, index)).status]).toEqual([index, 202]);

    const answers = unlisted.anOffer({ email: 'late@dpp.example', registrationNumber: '2066999' });
    const person = pageByPage(unlisted.caller, kentRegistration, answers);
    for (const _ of kentRegistration.steps) await person.goOn();
    await unlisted.advance({ minutes: 1 });
    await person.goOn();
    const page = person.open();
    expect(page?.status).toBe(429);
    const left = 60 - (await unlisted.now()).getUTCMinutes();
    const words = readable(page?.body ?? '');
    const told = Number(
      /Try again in (\d+) minutes/u.exec(words)?.[1] ?? (words.includes('Try again in an hour') ? left : NaN),
    );
    expect(Math.abs(told - left)).toBeLessThanOrEqual(1);
    expect(words).toContain('Your answers are not lost');
    expect(Math.abs(Number(page?.headers['retry-after']) - left * 60)).toBeLessThanOrEqual(60);
    expect(await unlisted.mails('late@dpp.example')).toEqual([]);

    await unlisted.advance({ minutes: told + 1 });
    expect((await unlisted.caller.post('/api/v1/practitioners', answers)).status).toBe(202);
    expect(await unlisted.mails('late@dpp.example')).toHaveLength(1);
    console.log(
      `a training room: 24 of 24 behind a listed address; unlisted, the 21st reads “in ${String(told)} minutes”`,
    );
  });
});
