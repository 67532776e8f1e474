import { beforeAll, describe, expect, it } from 'vitest';
import { addMilliseconds, addWorkingDays, londonDay } from '../../shared/kernel/time.ts';
import { checkAnswersPage, journeysOf } from '../support/journey/check-answers-page.ts';
import { journeyStack, linkIn } from '../support/journey/stack.ts';
import { formOn, readable } from '../support/journey/visitor.ts';

const RIVERLANDS = 'the Riverlands team publishes my name, profession, organisation';
const COMMON = 'DPP Match publishes my name, profession, organisation';

const days = {
  riverlands: {
    toAnswer: '4 working days',
    ask: 'Every 60 days',
    hide: 'for 100 days',
    learner: 'wren@riverlands.example',
  },
  common: {
    toAnswer: '5 working days',
    ask: 'Every 90 days',
    hide: 'for 120 days',
    learner: 'lee@kent.example',
  },
};

/** The last day on which an offer can be answered. An offer made on a day off ends at the midnight after that day. */
const lastDayOf = (offer: Readonly<Record<string, unknown>> | undefined): string =>
  londonDay(addMilliseconds(String(offer?.['expiresAt']), -1));

/** Steps of one journey: what a system chooses holds there, and never in the system beside it. */
describe('two systems with different policies, settings and consents', () => {
  const kent = journeyStack(71);
  const riverlands = journeyStack(72, 'zz-riverlands');
  const both = [
    { systemId: 'kent-and-medway', stack: kent },
    { systemId: 'zz-riverlands', stack: riverlands },
  ] as const;

  const rowsOf = async (systemId: string, kind: string) =>
    (await kent.nouns(kind))
      .filter(({ pk }) => String(pk).startsWith(`${systemId}|`))
      .map(({ noun }) => noun as Readonly<Record<string, unknown>>);
  const consentsIn = async (systemId: string, kind: string) =>
    (await rowsOf(systemId, kind)).map(({ consent }) => (consent as { wording: string }).wording);

  beforeAll(() => kent.empty());

  const registration = (systemId: string) =>
    systemId === 'zz-riverlands'
      ? {
          name: 'Rowan Riverside',
          email: 'rowan@riverlands.example',
          registrationNumber: '2099671',
          organisation: 'Brackenford Health Centre',
          outcode: 'ZZ7',
        }
      : { name: 'Kim Kestrel', email: 'kim@kent.example', registrationNumber: '2099672', outcode: 'ME7' };

  it.each(both)('$systemId shows its own words of agreement', async ({ systemId, stack }) => {
    const { register } = journeysOf(systemId);
    const page = await checkAnswersPage(stack.caller, register, stack.anOffer(registration(systemId)));
    const shown = readable(page.body);
    const own = systemId === 'zz-riverlands' ? RIVERLANDS : COMMON;
    expect(shown).toContain(own);
    expect(shown).not.toContain(own === COMMON ? RIVERLANDS : COMMON);
  });

  it.each(both)('$systemId stores the id of the words that were agreed to', async ({ systemId, stack }) => {
    const { register } = journeysOf(systemId);
    const answers = stack.anOffer(registration(systemId));
    const page = await checkAnswersPage(stack.caller, register, answers);
    const { action, hidden } = formOn(page);
    const other = systemId === 'zz-riverlands' ? 'publish-1' : 'riverlands-publish-2';
    const refused = await stack.caller.submit(action, { ...hidden, consent: other });
    expect(refused.status).toBe(422);
    expect(readable(refused.body)).toContain('Tick the box to agree that we publish your listing');
    // The honeypot takes a form that is sent within seconds for a robot's.
    await stack.advance({ minutes: 1 });
    const own = systemId === 'zz-riverlands' ? 'riverlands-publish-2' : 'publish-1';
    const sent = await stack.caller.submit(action, { ...hidden, consent: own });
    expect(sent.url).toContain('/register/sent');
    expect(await consentsIn(systemId, 'practitioner')).toEqual([own]);
  });

  it('the made-up system ranks by its own numbers, and says which', async () => {
    await riverlands.empty();
    await riverlands.confirmDomain('riverlands.example');
    await riverlands.listed(registration('zz-riverlands'));
    await riverlands.listed({
      name: 'Heron Upstream',
      email: 'heron@riverlands.example',
      registrationNumber: '2099673',
      organisation: 'Alderbridge Surgery',
      outcode: 'ZZ1',
    });
    await riverlands.whenFresh();
    await riverlands.asked({
      requesterName: 'Wren Learner',
      email: 'wren@riverlands.example',
      organisation: 'Heron Chemist',
      outcode: 'ZZ5',
      university: 'riverlands',
    });
    // By the common numbers, Heron would be asked first: 17 minutes and half of 40 points, against 23 minutes.
    const [offer, ...others] = await rowsOf('zz-riverlands', 'offer');
    expect(others).toEqual([]);
    expect(offer).toMatchObject({ policy: '2026-12.2+riverlands-1+ask-60-hide-100' });
    expect(
      linkIn(await riverlands.mailTo('rowan@riverlands.example', 'Accept or decline'), 'offers'),
    ).toMatch(/^\/offers\//u);
    expect(lastDayOf(offer)).toBe(addWorkingDays(londonDay(String(offer?.['madeAt'])), 4));
  });

  it('the system beside it goes by the common numbers', async () => {
    await kent.confirmDomain('kent.example');
    await kent.listed(registration('kent-and-medway'));
    await kent.whenFresh();
    await kent.asked({ requesterName: 'Lee Learner', email: 'lee@kent.example', outcode: 'ME4' });
    const [offer] = await rowsOf('kent-and-medway', 'offer');
    expect(offer).toMatchObject({ policy: '2026-12.2' });
    expect(lastDayOf(offer)).toBe(addWorkingDays(londonDay(String(offer?.['madeAt'])), 5));
  });

  it.each(both)('$systemId says its own days on pages and in e-mails', async ({ systemId, stack }) => {
    const [own, other] =
      systemId === 'zz-riverlands' ? [days.riverlands, days.common] : [days.common, days.riverlands];
    const howItWorks = readable((await stack.caller.see('/how-it-works/')).body);
    for (const words of [own.toAnswer, own.ask, own.hide]) expect(howItWorks).toContain(words);
    for (const words of [other.toAnswer, other.ask, other.hide]) expect(howItWorks).not.toContain(words);
    const { body } = await stack.mailTo(own.learner, 'We are looking for a DPP');
    expect(body.text).toContain(`They will have up to ${own.toAnswer} to answer`);
  });
});
