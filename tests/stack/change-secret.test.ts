import { inject, describe, expect, it } from 'vitest';
import { changeDoor, changeFormSecret } from '../../infra/ops/change-secret.ts';
import { localSecret } from '../../infra/ops/secrets-of-stage.ts';
import { validValues } from '../../functions/platform/secrets/stored-secret.ts';
import { DOOR_HEADER } from '../../shared/contracts/door-header.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { rawTo } from '../support/armour/http.ts';
import { pageByPage } from '../support/journey/page-by-page.ts';
import { journeyStack } from '../support/journey/stack.ts';
import { kentRegistration } from '../support/journeys.ts';

const quiet = () => undefined;

describe('the door, while a command changes it', () => {
  const stack = journeyStack(34);
  const beside = rawTo(inject('stack').api);
  const site = rawTo(stack.site);

  it('opens for both values on every route, and for the new one alone afterwards', async () => {
    const deps = await localSecret('door', stack.console, quiet);
    const distribution = await deps.distribution();
    const before = (await deps.secret.read()).current;
    const paths = [...new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))].map(
      (path) => path.replaceAll(/\{\w+\}/gu, 'A'.repeat(43)),
    );
    /** Lists the paths that answer 403, through CloudFront and with a value of one's own at the API's address. */
    const closed = async (value?: string): Promise<readonly string[]> => {
      const send = value === undefined ? site : beside;
      const headers = value === undefined ? {} : { [DOOR_HEADER]: value, 'x-dpp-system': 'kent-and-medway' };
      const answers = await Promise.all(
        paths.map(async (path) => ({ path, answer: await send({ method: 'GET', path, headers }) })),
      );
      return answers.filter(({ answer }) => answer.status === 403).map(({ path }) => path);
    };

    const moments: (readonly string[])[] = [];
    await changeDoor(distribution, {
      ...deps,
      wait: async (milliseconds) => {
        await deps.wait(milliseconds);
        const valid = validValues(await deps.secret.read());
        expect(valid).toHaveLength(2);
        for (const value of valid) expect([value, await closed(value)]).toEqual([value, []]);
        expect(await closed()).toEqual([]);
        moments.push(valid);
      },
    });
    expect(moments).toHaveLength(2);

    const { current, ...others } = await deps.secret.read();
    expect(current).not.toBe(before);
    expect(Object.keys(others)).toEqual(['changedAt']);
    expect(moments).toEqual([
      [before, current],
      [current, before],
    ]);
    await stack.advance({ minutes: 2 });
    expect(await closed()).toEqual([]);
    expect(await closed(current)).toEqual([]);
    expect(await closed(before)).toEqual(paths);
    console.log(
      `the door: ${paths.length} routes open with both values during a change, closed to the old one after`,
    );
  });
});

describe('the secret of forms, while people are in the middle of forms', () => {
  const stack = journeyStack(35);
  const { steps } = kentRegistration;
  const somebody = (index: number) => {
    const email = `drill${String(index)}@dpp.example`;
    const answers = stack.anOffer({ email, registrationNumber: String(2_077_000 + index) });
    return { email, ...pageByPage(stack.caller, kentRegistration, answers) };
  };

  it('is changed by command, and no answer is lost', async () => {
    await stack.empty();
    const people = steps.map((_, index) => somebody(index));
    // Brings each person to another page.
    for (const [index, person] of people.entries())
      for (let page = 0; page <= index; page += 1) await person.goOn();
    await stack.advance({ minutes: 1 });
    const everybody = async () => {
      for (const person of people) await person.goOn();
      await stack.forgetQuotas();
    };

    const deps = await localSecret('form', stack.console, quiet);
    const before = (await deps.secret.read()).current;
    let moments = 0;
    await changeFormSecret({
      ...deps,
      atOnce: false,
      wait: async (milliseconds) => {
        await everybody();
        await deps.wait(milliseconds);
        await everybody();
        moments += 1;
      },
    });
    expect(moments).toBe(1);
    expect(validValues(await deps.secret.read())).toHaveLength(2);
    // One person's functions read the secret at once, the others' within a minute.
    await everybody();
    await stack.advance({ minutes: 2 });
    for (const _ of steps) await everybody();

    expect(people.filter((person) => !person.isSent()).map(({ email }) => email)).toEqual([]);
    for (const { email } of people) expect((await stack.mails(email)).length).toBe(1);

    await stack.advance({ hours: 26 });
    await changeFormSecret({ ...(await localSecret('form', stack.console, quiet)), atOnce: false });
    const { current, ...others } = await deps.secret.read();
    expect(current).not.toBe(before);
    expect(Object.keys(others)).toEqual(['changedAt']);
    console.log(
      `the secret of forms: ${people.length} people on ${people.length} pages, ${people.length} registered`,
    );
  });
});
