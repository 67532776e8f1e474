import { describe, expect, it } from 'vitest';
import { offerDocument, offerPage } from '../../../functions/matching/offers/offer-page.ts';
import { placesInWords } from '../../../functions/registration/listings/listing-words.ts';
import { mintLink } from '../../../functions/notifications/outbox/mint-link.ts';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import { systemTable } from '../../../functions/store/table/system-table.ts';
import { aPractitioner, aRequest, aSeat, anOffer, NOW } from '../../support/builders.ts';
import { renderSample, sampleFacts } from '../../support/email-samples.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';

const guest = { lender: 'sussex', practitionerId: 'dpp-at-home', loanId: 'loan1' };
const HOME = 'NHS Surrey and Sussex Integrated Care Board';
const system = {
  ...kentAndMedway,
  neighbouringServices: [
    {
      id: 'sussex',
      board: 'S9B9J',
      boardName: HOME,
      name: 'Sussex',
      outcodes: [],
      siteUrl: 'https://sussex.example',
    },
  ],
};

const withGuest = async () => {
  const its = registrationService();
  await its.given({ practitioners: [aPractitioner({ guest })] });
  const about = { recipient: 'practitioner', practitionerId: 'dpp1' } as const;
  return {
    ...its,
    manageToken: await its.link({ kind: 'manage', ...about }),
    capacityToken: await its.link({ kind: 'capacity', ...about }),
  };
};

describe('the copy of a neighbour’s DPP', () => {
  it('has neither an own page nor a check-in: both say where the listing is, and offer a link', async () => {
    const its = await withGuest();
    for (const [pages, token, path] of [
      [its.manage, its.manageToken, '/manage/'],
      [its.capacity, its.capacityToken, '/capacity/'],
    ] as const) {
      const page = await seen(pages, { token });
      expect(page.status).toBe(200);
      expect(page.body).toContain('Your listing is with');
      expect(page.body).toContain(`action="${path}${token}"`);
      expect(page.body).not.toContain('Pause');
      expect(page.body).not.toContain('placesOffered');
    }
  });

  it.each(['pause', 'places', 'leave', 'erase', 'about-you', 'confirm-details'])(
    'is not changed by %s, with or without a form',
    async (action) => {
      const its = await withGuest();
      const before = JSON.stringify(its.table.rows());
      const pages = { show: its.manage.showAction, take: its.manage.takeAction };
      const params = { token: its.manageToken, action };
      expect((await seen(pages, params)).body).toContain('Your listing is with');
      const given = { decision: 'yes', placesOffered: 5, name: 'Another Name' };
      const form = await sent(pages, params, { decision: ['yes'], placesOffered: ['5'] });
      const json = await sentJson(pages.take, given, params);
      expect([form.status, json.status]).toEqual([409, 409]);
      expect(JSON.parse(json.body)).toMatchObject({ code: 'listed-elsewhere' });
      expect(JSON.stringify(its.table.rows())).toBe(before);
    },
  );

  it('is not changed by an answer to the check-in', async () => {
    const its = await withGuest();
    const before = JSON.stringify(its.table.rows());
    const answer = await sentJson(
      its.capacity.take,
      { canSupervise: 'yes', placesOffered: 4 },
      { token: its.capacityToken },
    );
    expect(answer.status).toBe(409);
    expect(JSON.stringify(its.table.rows())).toBe(before);
  });

  it('can be downloaded, because the learner’s system holds it too', async () => {
    const its = await withGuest();
    const data = await seen(
      { show: its.manage.showAction, take: its.manage.takeAction },
      { token: its.manageToken, action: 'data' },
    );
    expect(data.headers['content-type']).toContain('application/json');
    expect(data.body).toContain('Amara');
  });
});

describe('links in e-mails to a neighbour’s DPP', () => {
  const minter = () => {
    const memory = memoryTable();
    const links = linkRepository(systemTable(memory, 'kent-and-medway'));
    return { memory, links, mint: mintLink({ system, links, chance: { token: () => 'T'.repeat(43) } }) };
  };
  const link = {
    recipient: 'practitioner',
    practitionerId: 'dpp1',
    expiresAt: '2027-11-21T09:00:00.000Z',
  } as const;

  it.each(['manage', 'capacity'] as const)('%s leads to their own system and opens there', async (kind) => {
    const { memory, links, mint } = minter();
    const { change, siteUrl, token } = mint({ ...link, kind }, guest);
    expect(siteUrl).toBe('https://sussex.example');
    await systemTable(memory, 'kent-and-medway').commit([change]);
    const there = await linkRepository(systemTable(memory, 'sussex')).find(token, NOW);
    expect(there?.link).toMatchObject({ kind, practitionerId: 'dpp-at-home' });
    expect(await links.find(token, NOW)).toBeUndefined();
  });

  it('of offers stay in the learner’s system', () => {
    const { mint } = minter();
    expect(mint({ ...link, kind: 'offer', offerId: 'offer1' }, guest).siteUrl).toBeUndefined();
    expect(mint({ ...link, kind: 'manage' }, undefined).siteUrl).toBeUndefined();
  });
});

describe('an offer across the border', () => {
  const nouns = {
    practitioner: aPractitioner({ guest }),
    request: aRequest({ seats: [aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' })] }),
    offer: anOffer(),
  };

  it('says on the page and in JSON to which board the learner belongs', () => {
    const page = JSON.stringify(offerPage(nouns, system, '/offers/x'));
    expect(page).toContain('This learner belongs to NHS Kent and Medway Integrated Care Board');
    expect(page).toContain(`Your listing is with ${HOME}`);
    expect(offerDocument(nouns, system)).toMatchObject({
      listedWith: HOME,
      learner: { board: 'NHS Kent and Medway Integrated Care Board' },
    });
    const own = JSON.stringify(offerPage({ ...nouns, practitioner: aPractitioner() }, system, '/offers/x'));
    expect(own).not.toContain('belongs to');
  });

  it.each([
    'practitioner-offer-made',
    'practitioner-offer-reminder',
    'practitioner-match-agreed',
    'requester-match-agreed',
  ] as const)('says so in the e-mail %s, and an offer at home does not', async (name) => {
    const words = name.startsWith('requester')
      ? HOME
      : 'belongs to NHS Kent and Medway Integrated Care Board';
    const across = await renderSample({ ...sampleFacts(name, { practitioner: nouns.practitioner }), system });
    const atHome = await renderSample({ ...sampleFacts(name), system });
    expect(across?.mail.text.replaceAll(/\s+/gu, ' ')).toContain(words);
    expect(across?.mail.html).toContain(words);
    expect(atHome?.mail.text.replaceAll(/\s+/gu, ' ')).not.toContain(words);
  });

  it('is shown as a kept place on the DPP’s page in their own system', () => {
    const owner = aPractitioner({
      lentPlaces: [{ loanId: 'loan1', borrower: 'sussex', from: '2027-02-01', to: '2027-07-31' }],
    });
    expect(placesInWords(owner, system)).toEqual([
      'You offer 1 place.',
      `One place is kept from 1 February 2027 to 31 July 2027 for a learner of ${HOME}, whose service emailed you about them.`,
    ]);
  });
});
