import { describe, expect, it } from 'vitest';
import { askForNewAddress } from '../../../functions/registration/listings/ask-for-new-address.ts';
import { confirmPractitionerAddress } from '../../../functions/registration/confirmation/confirm-practitioner-address.ts';
import { askForAddress } from '../../../functions/registration/requests/ask-for-address.ts';
import { nameLead } from '../../../functions/registration/requests/name-lead.ts';
import { decideOffer } from '../../../functions/matching/offers/decide-offer.ts';
import { leaveListing } from '../../../functions/matching/matches/leave-listing.ts';
import { addressHash } from '../../../functions/platform/hash.ts';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import { correctPractitioner } from '../../../functions/programme/practitioners/correct-practitioner.ts';
import { keys } from '../../../functions/store/table/keys.ts';
import { ownerOfAddress } from '../../../functions/store/unique-claims.ts';
import { refuse } from '../../../shared/people/practitioner-moves.ts';
import { anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { kentAndMedwayOrganisations } from '../../support/kent-and-medway-organisations.ts';
import { organisationIndexOf } from '../../../shared/systems/organisations/organisation-index.ts';
import { registrationService, seen, sent } from '../../support/registration-service.ts';

const NEW = 'amara@elsewhere.example';
const LATER = 'amara@later.example';
const NETWORK = '192.0.2.1';
const withOffer = {
  pendingOffers: [{ offerId: 'offer1', from: '2027-02-01', to: '2027-07-31', holdsPlace: false }],
};
const lost = aPractitioner({ unreachableSince: NOW });

const service = async (practitioner = lost) => {
  const its = registrationService();
  await its.given({ practitioners: [practitioner] });
  /** Keys of the records that are found by an address. */
  const foundBy = async (address: string): Promise<readonly string[]> =>
    (await its.table.query({ from: 'table', partition: keys.find(addressHash(address)) })).map(({ sk }) =>
      sk.split('#').slice(0, 2).join('#'),
    );
  const asksFor = (address: string) => askForNewAddress(its)('dpp1', address, NETWORK);
  const linkTo = (address: string) =>
    its.link({
      kind: 'confirm',
      recipient: 'practitioner',
      practitionerId: 'dpp1',
      occasion: addressHash(address),
    });
  return { ...its, foundBy, asksFor, linkTo };
};

describe('a DPP who asks for another address', () => {
  it('is found by it before it is confirmed, because it is stored', async () => {
    const { asksFor, foundBy } = await service();
    await asksFor(NEW);
    expect(await foundBy(NEW)).toEqual(['PRACTITIONER#dpp1']);
    await asksFor(LATER);
    expect([await foundBy(NEW), await foundBy(LATER)]).toEqual([[], ['PRACTITIONER#dpp1']]);
  });

  it('is found by their former address no more once they have confirmed the new one', async () => {
    const its = await service();
    await its.asksFor(NEW);
    await confirmPractitionerAddress(its)('dpp1');
    expect([await its.foundBy(lost.email), await its.foundBy(NEW)]).toEqual([[], ['PRACTITIONER#dpp1']]);
    await eraseListing(its)('dpp1');
    expect([await its.foundBy(lost.email), await its.foundBy(NEW)]).toEqual([[], []]);
  });

  it('cannot confirm it after they have left, so that they can register with it', async () => {
    const its = await service();
    await its.asksFor(NEW);
    const token = await its.linkTo(NEW);
    await leaveListing(its)('dpp1');
    expect((await seen(its.confirm, { token })).status).toBe(410);
    expect((await sent(its.confirm, { token }, { decision: ['yes'] })).status).toBe(410);
    expect(await confirmPractitionerAddress(its)('dpp1')).toEqual({ ok: false, refusal: 'gone' });
    expect(await ownerOfAddress(its.table, NEW)).toBeUndefined();
  });

  it('may not ask for one if the team has refused them', async () => {
    const refused = refuse(lost, NOW);
    const its = await service(refused.ok ? refused.value : lost);
    expect(await its.asksFor(NEW)).toEqual({ ok: false, refusal: 'not-allowed' });
  });
});

describe('a back-up whom a DPP has replaced', () => {
  it('no longer leads to the listing of the DPP', async () => {
    const its = await service(aPractitioner({ backUpEmail: 'ben@dpp.example', ...withOffer }));
    await its.given({
      requests: [
        aRequest({ seats: [aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' })] }),
      ],
      offers: [anOffer()],
    });
    const backUp = { name: 'Bea', email: 'bea@dpp.example' };
    const decided = await decideOffer(its)('offer1', { decision: 'accept', backUp, conflicts: [] }, NOW);
    expect(decided.ok).toBe(true);
    expect([await its.foundBy('ben@dpp.example'), await its.foundBy('bea@dpp.example')]).toEqual([
      [],
      ['PRACTITIONER#dpp1'],
    ]);
  });
});

describe('a corrected number', () => {
  it('leads to the listing, and the former one no more', async () => {
    const its = await service();
    const numbersOf = () => its.ofKind('index').filter(({ pk }) => pk.startsWith('FIND-NUMBER#')).length;
    expect(numbersOf()).toBe(1);
    const corrected = await correctPractitioner({
      ...its,
      knownOrganisations: () => Promise.resolve(organisationIndexOf(kentAndMedwayOrganisations)),
    })({
      id: 'dpp1',
      name: undefined,
      number: '2099001',
      profession: undefined,
      organisation: undefined,
      email: undefined,
      why: 'typed wrongly',
      by: 'Nina',
    });
    expect(corrected.ok).toBe(true);
    expect(numbersOf()).toBe(1);
  });
});

describe('a request', () => {
  const waiting = aRequest({
    state: 'waiting-for-support',
    nmpLeadName: 'Nina Lead',
    nmpLeadEmail: 'nina@trust.example',
  });

  it('is found by the address that its requester asked for, and by the lead whom it names now', async () => {
    const its = await service();
    await its.given({ requests: [waiting] });
    await askForAddress(its)(waiting.id, 'lee@work.example', NETWORK);
    await nameLead(its)(waiting.id, { name: 'Olu Lead', email: 'olu@trust.example' }, NETWORK);
    const found = await Promise.all(
      [waiting.email, 'lee@work.example', 'olu@trust.example', 'nina@trust.example'].map(its.foundBy),
    );
    expect(found).toEqual([
      [`REQUEST#${waiting.id}`],
      [`REQUEST#${waiting.id}`],
      [`REQUEST#${waiting.id}`],
      [],
    ]);
  });
});
