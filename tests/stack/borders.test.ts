import * as z from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkIn, linksToSite, textOf } from '../support/journey/stack.ts';
import { neighbours, sharePlaces } from '../support/journey/neighbours.ts';
import { mintLinks } from '../support/journey/world.ts';

const KENT = 'NHS Kent and Medway Integrated Care Board';
const SUSSEX = 'NHS Surrey and Sussex Integrated Care Board';
const both = { 'kent-and-medway': ['sussex'], sussex: ['kent-and-medway'] };

const between = neighbours(66);
const { kent, sussex, share } = between;
const DPP = 'amara@sussex.example';
const LEARNER = 'lee@kent.example';
const OFFER = 'Accept or decline';

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');
const textIn = (html: string): string => oneLine(html.replaceAll(/<[^>]*>/gu, ' '));
const offersIn = async (): Promise<number> =>
  (await kent.mails(DPP)).filter(({ subject }) => subject.startsWith(OFFER)).length;
const rowsOf = async (systemId: string) =>
  (await kent.rows()).filter(({ pk }) => String(pk).startsWith(`${systemId}|`));
const guestId = async (): Promise<string> => {
  const [guest] = (await rowsOf('kent-and-medway')).filter(
    ({ pk, sk }) => sk === 'PRACTITIONER' && String(pk).includes('|PRACTITIONER#'),
  );
  return String(guest?.['pk']).split('#')[1] ?? '';
};
const balances = z.object({ data: z.array(z.record(z.string(), z.unknown())) });
/** Reads the ledgers of Kent and of Sussex as the team does. */
const ledger = async () =>
  [await kent.team('borders'), await sussex.team('borders')].map((answer) => balances.parse(answer).data);
const learnersPage = async () =>
  textIn((await kent.caller.see(linkIn(await kent.mailTo(LEARNER, 'We are looking'), 'status'))).body);
const manageAtHome = async () => linkIn(await sussex.mailTo(DPP, /listed as a DPP/iu), 'manage');

describe('a learner at the border', () => {
  beforeAll(() => kent.empty());

  it('reads on the page whose their postcode is, with a link to go on there', async () => {
    const page = await kent.caller.see('/find-a-dpp/results?near=TN6');
    expect(textIn(page.body)).toContain(`TN6 (Crowborough) belongs to ${SUSSEX}: go to`);
    expect(page.body).toContain(`<a href="${new URL(sussex.site).origin}">`);
  });

  it('is told so in JSON, and nothing is stored', async () => {
    const before = (await kent.rows()).length;
    const answer = await kent.caller.post('/api/v1/requests', await kent.anAsk({ outcode: 'TN6 1AB' }));
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`belongs to ${SUSSEX}`);
    expect(answer.body).toContain(new URL(sussex.site).origin);
    expect((await kent.rows()).length).toBe(before);
  });

  it('goes on there and is served', async () => {
    await sussex.confirmDomain('sussex.example');
    await sussex.asked({
      requesterName: 'Kim Crowborough',
      email: 'kim@sussex.example',
      registrationNumber: '2054402',
      outcode: 'TN6',
      university: 'brighton',
    });
    const mail = await sussex.mailTo('kim@sussex.example', 'We are looking');
    expect(linksToSite(mail, sussex.site).length).toBeGreaterThan(0);
  });
});

/** The tests are steps of one journey. */
describe('a seat that is filled across the border', () => {
  let offer = '';

  beforeAll(async () => {
    await kent.empty();
    await sharePlaces(kent, both);
    await between.dppInSussex();
    await between.learnerInKent();
  }, 300_000);

  it('is offered by an e-mail and a page that say to whom the learner belongs', async () => {
    const mail = await kent.mailTo(DPP, OFFER);
    offer = linkIn(mail, 'offers');
    expect(oneLine(textOf(mail))).toContain(
      `This learner belongs to ${KENT}. Your listing is with ${SUSSEX}.`,
    );
    const page = textIn((await kent.caller.see(offer)).body);
    expect(page).toContain(`This learner belongs to ${KENT}.`);
    expect(page).toContain(`Belongs to ${KENT}`);
    expect(JSON.parse((await kent.caller.get(offer)).body)).toMatchObject({
      listedWith: SUSSEX,
      learner: { board: KENT, firstName: 'Lee' },
    });
  });

  it('keeps the place at home, where the DPP’s own page says for whom', async () => {
    const page = textIn((await sussex.caller.see(await manageAtHome())).body);
    expect(page).toContain(`for a learner of ${KENT}`);
    const places = textIn((await sussex.caller.see(`${await manageAtHome()}/places`)).body);
    expect(places).toContain('Your place is taken');
    expect(await ledger()).toMatchObject([
      [{ neighbour: 'sussex', placed: 0, waiting: 1 }],
      [{ neighbour: 'kent-and-medway', hosted: 0, waiting: 1 }],
    ]);
  });

  it('is accepted, and the learner reads who it is and with whom they are listed', async () => {
    const answer = await kent.caller.submit(offer, { decision: 'accept' });
    expect(textIn(answer.body)).toContain('You have accepted');
    const mail = await kent.mailTo(LEARNER, /Contact Amara/u);
    expect(oneLine(textOf(mail))).toContain(`Listed with: ${SUSSEX}`);
    const page = await learnersPage();
    expect(page).toContain('Amara Wadhurst');
    expect(page).toContain(`Listed with ${SUSSEX}`);
  });

  it('sends the DPP to their own page at home', async () => {
    const mail = await kent.mailTo(DPP, /You are the DPP of Lee/u);
    const [manage = ''] = linksToSite(mail, sussex.site);
    expect(manage).toMatch(/^\/manage\//u);
    const page = await sussex.caller.see(manage);
    expect(page.status).toBe(200);
    expect(textIn(page.body)).toContain('Amara Wadhurst');
    expect(linksToSite(mail, kent.site).some((path) => path.startsWith('/manage/'))).toBe(false);
  });

  it('is in the ledger of both systems, with the same learners and hours', async () => {
    await share();
    const [inKent, inSussex] = await ledger();
    const hours = inKent?.[0]?.['hoursReceived'];
    expect(hours).toBeGreaterThan(0);
    expect(inKent).toEqual([
      { neighbour: 'sussex', hosted: 0, hoursGiven: 0, placed: 1, hoursReceived: hours, waiting: 0 },
    ]);
    expect(inSussex).toEqual([
      { neighbour: 'kent-and-medway', hosted: 1, hoursGiven: hours, placed: 0, hoursReceived: 0, waiting: 0 },
    ]);
  });

  it('shows the DPP in the directory of their own system only, with no place left', async () => {
    await kent.whenFresh();
    expect((await kent.caller.get('/api/v1/directory')).body).not.toContain('Amara');
    const there = (await sussex.caller.get('/api/v1/directory')).body;
    expect(there).toContain('Amara Wadhurst');
    expect(there).toContain('"id":"not-now"');
  });

  it('has no own page and no check-in in the learner’s system, but a button that sends a link home', async () => {
    const practitionerId = await guestId();
    const [manage = '', capacity = ''] = await mintLinks(kent, [
      { kind: 'manage', recipient: 'practitioner', practitionerId },
      { kind: 'capacity', recipient: 'practitioner', practitionerId },
    ]);
    const before = JSON.stringify(await rowsOf('kent-and-medway'));
    for (const path of [manage, capacity, `${manage}/places`, `${manage}/pause`]) {
      const page = await kent.caller.see(path);
      expect([path, page.status]).toEqual([path, 200]);
      expect(textIn(page.body)).toContain(`Your listing is with ${SUSSEX}`);
      expect(page.body).not.toContain('placesOffered');
      const answer = await kent.caller.post(path, { canSupervise: 'yes', placesOffered: 5, decision: 'yes' });
      // The own page itself takes nothing and leads back to itself.
      expect([path, answer.status]).toEqual([path, path === manage ? 303 : 409]);
    }
    expect(JSON.stringify(await rowsOf('kent-and-medway'))).toBe(before);
    await kent.caller.submit(capacity, { renew: 'yes' });
    await kent.settle();
    const mail = (await kent.mails(DPP)).at(-1);
    if (mail === undefined) throw new Error('no e-mail');
    const [own = ''] = linksToSite(mail, sussex.site);
    expect(textIn((await sussex.caller.see(own)).body)).toContain('Your listing');
  });
});

describe('what happens to the DPP at home', () => {
  beforeEach(async () => {
    await kent.empty();
    await sharePlaces(kent, both);
    await between.dppInSussex();
    await between.learnerInKent();
    expect(await offersIn()).toBe(1);
  }, 300_000);

  const openOffer = async () => linkIn(await kent.mailTo(DPP, OFFER), 'offers');
  const endsAcross = async (): Promise<void> => {
    expect(await ledger()).toMatchObject([[{ waiting: 0, placed: 0 }], [{ waiting: 0, hosted: 0 }]]);
    expect(await learnersPage()).not.toContain('waiting for an answer');
    expect((await kent.caller.see(await openOffer())).status).toBeGreaterThanOrEqual(400);
    expect((await kent.caller.submit(await openOffer(), { decision: 'accept' })).status).toBe(410);
  };

  it('a pause ends the copy and takes the offer back within minutes', async () => {
    await sussex.caller.submit(`${await manageAtHome()}/pause`, {});
    await kent.advance({ minutes: 6 });
    await kent.settle();
    await endsAcross();
    expect(oneLine(textOf(await kent.mailTo(DPP, 'No answer needed')))).toContain(
      'no longer offered to learners of a neighbouring board',
    );
  });

  it('leaving ends it too', async () => {
    await sussex.caller.submit(`${await manageAtHome()}/leave`, { decision: 'yes' });
    await kent.advance({ minutes: 6 });
    await kent.settle();
    await endsAcross();
  });

  it('an erasure leaves no name in either system', async () => {
    await sussex.caller.submit(`${await manageAtHome()}/erase`, { decision: 'yes' });
    await kent.advance({ minutes: 6 });
    await kent.settle();
    const stored = JSON.stringify(await kent.rows());
    expect(/Amara|amara@|2012401/u.exec(stored)?.[0]).toBeUndefined();
    expect(await ledger()).toMatchObject([[{ waiting: 0 }], [{ waiting: 0 }]]);
    expect(await learnersPage()).not.toContain('Amara');
  });

  it('leaving with an agreed learner reopens the learner’s seat, and the learner is told', async () => {
    await kent.caller.submit(await openOffer(), { decision: 'accept' });
    await share();
    await sussex.caller.submit(`${await manageAtHome()}/leave`, { decision: 'yes' });
    await kent.advance({ minutes: 6 });
    await kent.settle();
    expect(await learnersPage()).toContain('The supervision by a DPP who had agreed has ended');
    expect(await ledger()).toMatchObject([[{ placed: 0, waiting: 0 }], [{ hosted: 0, waiting: 0 }]]);
  });

  it('an agreement that one side ends takes the offer back', async () => {
    await sharePlaces(kent, { ...both, sussex: [] });
    await kent.advance({ minutes: 6 });
    await kent.settle();
    await endsAcross();
    expect(await offersIn()).toBe(1);
  });
});

describe('without an agreement on both sides', () => {
  afterAll(() => sharePlaces(kent, both));

  it.each([
    ['only the learner’s system', { 'kent-and-medway': ['sussex'] }],
    ['only the DPP’s system', { sussex: ['kent-and-medway'] }],
    ['neither', {}],
  ])(
    'nobody is asked across the border: %s agreed',
    async (_, agreed) => {
      await kent.empty();
      await sharePlaces(kent, agreed);
      await between.dppInSussex();
      await between.learnerInKent();
      await share();
      expect(await offersIn()).toBe(0);
      expect(await ledger()).toEqual([[], []]);
      expect(JSON.stringify(await rowsOf('kent-and-medway'))).not.toContain('Amara');
    },
    300_000,
  );
});
