import { beforeEach, describe, expect, it } from 'vitest';
import { correctPractitioner } from '../../functions/programme/practitioners/correct-practitioner.ts';
import { decideClaim } from '../../functions/programme/practitioners/decide-claim.ts';
import { confirmPractitionerAddress } from '../../functions/registration/confirmation/confirm-practitioner-address.ts';
import { changedValuesRepository } from '../../functions/store/repositories/changed-values-repository.ts';
import { linkRepository } from '../../functions/store/repositories/link-repository.ts';
import { organisationRepository } from '../../functions/store/repositories/organisation-repository.ts';
import { listingOf } from '../../shared/directory/listing.ts';
import { organisationIndexOf } from '../../shared/systems/organisations/organisation-index.ts';
import { kentAndMedwayOrganisations } from '../support/kent-and-medway-organisations.ts';
import {
  claim,
  claimAddress,
  ownerOfAddress,
  release,
  takenBy,
} from '../../functions/store/unique-claims.ts';
import { standingsOf, takesOffers } from '../../shared/people/standing.ts';
import { aPractitioner, NOW, TODAY } from '../support/builders.ts';
import { kentAndMedway } from '../support/kent-and-medway.ts';

import { split, teamScene, type TeamScene, why } from '../support/team-scene.ts';

const nothing = {
  name: undefined,
  number: undefined,
  profession: undefined,
  organisation: undefined,
  email: undefined,
};
/** The values before and after changes of the first DPP, without rows that hold only words of the team. */
const valuesOf = async ({ deps }: TeamScene) =>
  (await changedValuesRepository(deps.table).of('practitioner#dpp1'))
    .map((row) => row.values)
    .filter((one) => Object.keys(one).length > 0);

type Correcting = Partial<Parameters<ReturnType<typeof correctPractitioner>>[0]>;
const correcting =
  ({ deps }: TeamScene) =>
  (to: Correcting) =>
    correctPractitioner({
      ...deps,
      organisations: organisationRepository(deps.table),
      knownOrganisations: () => Promise.resolve(organisationIndexOf(kentAndMedwayOrganisations)),
    })({ id: 'dpp1', ...why, ...nothing, ...to });

describe('a number that two people gave', () => {
  let its: TeamScene;
  const second = aPractitioner({
    id: 'owner',
    state: 'awaiting-check',
    email: 'owner@nhs.net',
    claimsNumberOf: 'dpp1',
  });
  beforeEach(async () => {
    its = await teamScene();
    const { check: _, ...unchecked } = second;
    await its.deps.table.commit([
      its.deps.practitioners.save({ ...unchecked, version: 0 }),
      claimAddress(its.deps.table, second),
    ]);
  });
  const decide = (
    outcome: 'keep' | 'replace' | 'merge',
    learners = { stays: [] as string[], ends: [] as string[] },
  ) => decideClaim(its.deps)({ id: 'owner', outcome, ...why, ...learners });
  const owner = async () => (await its.deps.practitioners.findPresent('owner'))!;
  const holder = async () => (await takenBy(its.deps.table, second)).registration?.id;

  it('stays with the first: the second is refused, and nothing changes for the first', async () => {
    expect(await decide('keep')).toMatchObject({ ok: true });
    expect((await owner()).state).toBe('refused');
    expect(await its.dpp()).toMatchObject({ state: 'listed', pendingOffers: [{ offerId: 'offer3' }] });
    expect(await its.mails()).toEqual(['practitioner-refused owner']);
    expect(await ownerOfAddress(its.deps.table, 'owner@nhs.net')).toBeUndefined();
    expect(await holder()).toBe('dpp1');
  });

  it('goes to the second, who is checked now: the first is refused, with a decision about each learner', async () => {
    expect(await decide('replace')).toEqual({ ok: false, refusal: 'learners-undecided' });
    expect(await decide('replace', split)).toMatchObject({ ok: true });
    expect((await its.dpp()).state).toBe('refused');
    expect(await its.offer()).toMatchObject({ state: 'withdrawn' });
    expect(await owner()).not.toHaveProperty('claimsNumberOf');
    expect((await owner()).state).toBe('awaiting-check');
    expect(await its.mails()).toEqual([
      'practitioner-refused dpp1',
      'requester-offer-taken-back offer3',
      'requester-seat-reopened offer-req2',
      'team-check-wanted owner',
    ]);
    expect(await holder()).toBe('owner');
    expect(await ownerOfAddress(its.deps.table, 'amara@dpp.example')).toBeUndefined();
  });

  it('belongs to one person: learners and offers stay, the newer address counts, old links end', async () => {
    const link = { kind: 'manage', recipient: 'practitioner', practitionerId: 'dpp1' } as const;
    const links = linkRepository(its.deps.table);
    const token = 'L'.repeat(43);
    await its.deps.table.commit([links.mint({ ...link, expiresAt: '2027-01-01T00:00:00.000Z' }, token)]);
    expect(await decide('merge')).toMatchObject({ ok: true });
    expect(await its.dpp()).toMatchObject({ state: 'listed', email: 'owner@nhs.net' });
    expect((await its.dpp()).commitments).toHaveLength(2);
    expect((await its.dpp()).pendingOffers).toHaveLength(1);
    expect(await owner()).toMatchObject({ state: 'merged', mergedInto: 'dpp1' });
    expect(await its.mails()).toEqual(['practitioner-listings-merged dpp1']);
    expect((await ownerOfAddress(its.deps.table, 'owner@nhs.net'))?.id).toBe('dpp1');
    expect(await ownerOfAddress(its.deps.table, 'amara@dpp.example')).toBeUndefined();
    expect(await links.find(token, NOW)).toBeUndefined();
    expect(await valuesOf(its)).toEqual([{ email: { before: 'amara@dpp.example', after: 'owner@nhs.net' } }]);
  });

  it('goes to the second also if the number of the first has been corrected since', async () => {
    await correcting(its)({ number: '2099998' });
    expect(await decide('replace', split)).toMatchObject({ ok: true });
    expect(await holder()).toBe('owner');
    const corrected = { ...second, id: 'dpp1', registrationNumber: '2099998' };
    expect((await takenBy(its.deps.table, corrected)).registration).toBeUndefined();
  });

  it('stays with the first if the number of the second is corrected, which ends the claim', async () => {
    expect(await correcting(its)({ id: 'owner', number: '2099998' })).toMatchObject({ ok: true });
    expect(await owner()).not.toHaveProperty('claimsNumberOf');
    expect(await holder()).toBe('dpp1');
    expect((await takenBy(its.deps.table, await owner())).registration?.id).toBe('owner');
  });

  it.each(['withdrawn', 'refused'] as const)(
    'goes to the second also if the first is %s meanwhile, who is told nothing',
    async (state) => {
      const first = await its.dpp();
      await its.deps.table.commit([
        its.deps.practitioners.save({ ...first, state, pendingOffers: [], commitments: [] }),
        ...(await release(its.deps.table, first)),
      ]);
      expect(await decide('replace')).toMatchObject({ ok: true });
      expect(await owner()).not.toHaveProperty('claimsNumberOf');
      expect((await owner()).state).toBe('awaiting-check');
      expect(await holder()).toBe('owner');
      expect((await its.dpp()).state).toBe(state);
      expect(await its.mails()).toEqual(['team-check-wanted owner']);
    },
  );

  it('is decided once', async () => {
    await decide('keep');
    expect(await decide('replace', split)).toEqual({ ok: false, refusal: 'no-claim' });
  });
});

describe('a correction by the team', () => {
  let its: TeamScene;
  beforeEach(async () => (its = await teamScene()));
  const correct = (to: Correcting) => correcting(its)(to);
  const values = async () => valuesOf(its);

  it.each([
    ['name', { name: 'Amara Married' }, ['Amara Example', 'Amara Married']],
    ['registrationNumber', { number: '2099998' }, ['2012345', '2099998']],
  ] as const)(
    'of the %s is checked again: public as being checked, not asked, values kept',
    async (field, to, [before, after]) => {
      expect(await correct(to)).toMatchObject({ ok: true });
      const dpp = await its.dpp();
      expect(dpp).toMatchObject({ state: 'listed', [field]: after, recheck: { fields: [field] } });
      expect(standingsOf(dpp, TODAY)).toContain('being-checked');
      expect(takesOffers(dpp, TODAY)).toBe(false);
      expect(listingOf(dpp, TODAY, kentAndMedway.geography).beingChecked).toBe('changed');
      expect(await values()).toEqual([{ [field]: { before, after } }]);
      expect(await its.mails()).toEqual([
        'practitioner-corrected dpp1',
        'practitioner-offer-withdrawn offer3',
        'requester-offer-taken-back offer3',
        'team-check-wanted dpp1',
      ]);
      expect(dpp.commitments).toHaveLength(2);
    },
  );

  it('of the number leaves no claim behind if another correction came first', async () => {
    await Promise.all([correct({ number: '2099998' }), correct({ number: '2099997' })]);
    const { registrationNumber } = await its.dpp();
    const claimed = async (number: string) =>
      (await takenBy(its.deps.table, { ...(await its.dpp()), registrationNumber: number })).registration?.id;
    for (const number of ['2012345', '2099997', '2099998'])
      expect(await claimed(number)).toBe(number === registrationNumber ? 'dpp1' : undefined);
  });

  it.each([
    ['name', { name: 'Amara Married' }, 'practitioner-corrected dpp1'],
    ['address', { email: 'new@nhs.net' }, 'practitioner-new-address-confirm dpp1'],
  ] as const)('of the %s that two people make at once writes each e-mail once', async (_, to, mail) => {
    await Promise.all([correct(to), correct(to)]);
    expect((await its.mails()).filter((one) => one === mail)).toHaveLength(1);
    expect((await its.mails()).filter((one) => one === 'team-check-wanted dpp1').length).toBeLessThan(2);
  });

  it('of the organisation is flagged, and the DPP is still asked', async () => {
    await correct({ organisation: 'g82111' });
    const dpp = await its.dpp();
    expect(dpp).toMatchObject({ organisation: { id: 'ods-g82111' }, organisationChangedAt: NOW });
    expect(takesOffers(dpp, TODAY)).toBe(true);
    expect(await its.offer()).toMatchObject({ state: 'pending' });
    expect(await its.mails()).toEqual(['practitioner-corrected dpp1', 'team-check-wanted dpp1']);
  });

  it('of the address waits for its owner, and tells both addresses', async () => {
    await correct({ email: 'new@nhs.net' });
    expect(await its.dpp()).toMatchObject({ email: 'amara@dpp.example', newEmail: 'new@nhs.net' });
    expect(await its.mails()).toEqual([
      'practitioner-address-changing dpp1',
      'practitioner-new-address-confirm dpp1',
    ]);
    const confirm = () => confirmPractitionerAddress(its.deps)('dpp1');
    expect(await confirm()).toMatchObject({ ok: true, value: { email: 'new@nhs.net' } });
    expect(await confirm()).toMatchObject({ ok: true });
    expect(await its.dpp()).not.toHaveProperty('newEmail');
    expect((await ownerOfAddress(its.deps.table, 'new@nhs.net'))?.id).toBe('dpp1');
    expect(await ownerOfAddress(its.deps.table, 'amara@dpp.example')).toBeUndefined();
    expect(await values()).toEqual([{ email: { before: 'amara@dpp.example', after: 'new@nhs.net' } }]);
  });

  it.each([
    ['a number of another listing', { number: '2088888' }, 'number-taken'],
    ['a number that is none', { number: '12' }, 'number-does-not-fit'],
    [
      'a profession of another regulator, without its number',
      { profession: 'nurse' as const },
      'number-does-not-fit',
    ],
    ['an address of another listing', { email: 'taken@dpp.example' }, 'address-taken'],
    ['an organisation that nobody knows', { organisation: 'nowhere' }, 'unknown-organisation'],
    ['nothing', {}, 'nothing-to-correct'],
  ])('is refused for %s, and writes nothing', async (_, to, refusal) => {
    await its.deps.table.commit([
      ...claim(
        its.deps.table,
        aPractitioner({ id: 'other', email: 'taken@dpp.example', registrationNumber: '2088888' }),
      ),
    ]);
    expect(await correct(to)).toEqual({ ok: false, refusal });
    expect(await its.mails()).toEqual([]);
    expect((await its.dpp()).version).toBe(1);
  });
});
