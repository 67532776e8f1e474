import { describe, expect, it } from 'vitest';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import { erasures } from '../../../functions/store/repositories/erasure-log.ts';
import { mentionRepository } from '../../../functions/store/repositories/mention-repository.ts';
import { claim } from '../../../functions/store/unique-claims.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { erasedPractitioner } from '../../../shared/privacy/erase-practitioner.ts';
import type { StoredPractitioner } from '../../../shared/people/practitioner.ts';
import { type RegistrationService, registrationService } from '../../support/registration-service.ts';

const endedAt = '2026-11-20T09:00:00.000Z';

describe('erasing a listing', () => {
  it('is refused for an unknown id', async () => {
    expect(await eraseListing(registrationService())('dpp1')).toEqual({ ok: false, refusal: 'gone' });
  });

  it('is idempotent', async () => {
    const its = registrationService();
    await its.given({ practitioners: [aPractitioner()] });
    await eraseListing(its)('dpp1');
    const rows = its.table.rows();
    expect(await eraseListing(its)('dpp1')).toMatchObject({ ok: true, value: { state: 'erased' } });
    expect(its.table.rows()).toEqual(rows);
  });

  it('records the erasure and settles what the team was asked about', async () => {
    const its = registrationService();
    await its.given({ practitioners: [aPractitioner()] });
    const mentions = mentionRepository(its.table);
    await its.table.commit([mentions.file({ noun: 'practitioner', id: 'dpp1', at: NOW })]);
    expect(await eraseListing(its)('dpp1')).toMatchObject({ ok: true, value: { state: 'erased' } });
    expect(await erasures(its.table)).toEqual([{ noun: 'practitioner', id: 'dpp1', at: NOW }]);
    expect(await mentions.all()).toEqual([]);
    expect((await its.audit.of('practitioner#dpp1')).map(({ action }) => action)).toEqual([
      'practitioner-left',
      'practitioner-erased',
    ]);
  });

  it('does not make an unconfirmed registration leave first', async () => {
    const its = registrationService();
    await its.given({ practitioners: [aPractitioner({ state: 'unconfirmed' })] });
    expect((await eraseListing(its)('dpp1')).ok).toBe(true);
    expect(await its.audit.of('practitioner#dpp1')).toMatchObject([
      { action: 'practitioner-erased', actor: 'practitioner' },
    ]);
  });

  it('removes the comments of its own feedback and declines, and keeps those of others', async () => {
    const its = registrationService();
    const practitionerFeedback = { at: endedAt, rating: 4, wouldAgain: true, comment: 'a comment' } as const;
    const declined = { state: 'declined', declineNote: 'a note' } as const;
    await its.given({
      practitioners: [aPractitioner(), aPractitioner({ id: 'dpp2', email: 'other@dpp.example' })],
      matches: [
        aMatch({ id: 'own', state: 'completed', endedAt, practitionerFeedback }),
        aMatch({ id: 'other', state: 'completed', endedAt, practitionerFeedback, practitionerId: 'dpp2' }),
        aMatch({ id: 'silent', state: 'completed', endedAt }),
      ],
      offers: [
        anOffer({ id: 'own', ...declined }),
        anOffer({ id: 'other', ...declined, practitionerId: 'dpp2' }),
        anOffer({ id: 'silent', state: 'declined' }),
        anOffer({ id: 'lapsed', state: 'lapsed' }),
      ],
    });
    await eraseListing(its)('dpp1');
    const { comment, ...rating } = practitionerFeedback;
    expect(await its.matches.find('own')).toMatchObject({ version: 2, practitionerFeedback: rating });
    expect(JSON.stringify(await its.matches.find('own'))).not.toContain(comment);
    expect(await its.matches.find('other')).toMatchObject({ version: 1, practitionerFeedback });
    expect(await its.matches.find('silent')).toMatchObject({ version: 1 });
    expect(await its.offers.find('own')).toMatchObject({ version: 2, declineReason: 'no-time' });
    expect(await its.offers.find('own')).not.toHaveProperty('declineNote');
    expect(await its.offers.find('other')).toMatchObject({ version: 1, declineNote: 'a note' });
    expect(await its.offers.find('silent')).toMatchObject({ version: 1 });
    expect(await its.offers.find('lapsed')).toMatchObject({ version: 1 });
  });

  const standby = aPractitioner({ id: 'dpp2', email: 'standby@dpp.example', registrationNumber: '2022222' });
  const tried = [{ practitionerId: 'dpp1', outcome: 'left' as const, at: endedAt }];
  const givenBackUp = async (its: RegistrationService, state: 'open' | 'lapsed'): Promise<void> =>
    its.given({
      practitioners: [aPractitioner({ state: 'withdrawn', backUpEmail: 'standby@dpp.example' }), standby],
      requests: [aRequest({ state, seats: [aSeat({ tried })] })],
      matches: [aMatch({ state: 'ended-early', endedAt })],
    });

  it.each([
    ['open', 'dpp2'],
    ['lapsed', undefined],
  ] as const)('keeps as back-up, in a request that is %s: %s', async (state, backUpId) => {
    const its = registrationService();
    await givenBackUp(its, state);
    await its.table.commit(claim(its.table, standby));
    await eraseListing(its)('dpp1');
    const [seat] = (await its.requests.findPresent('req1'))?.seats ?? [];
    expect(seat?.tried[0]?.backUpId).toBe(backUpId);
  });

  it('leaves an open request unchanged if nobody is registered with the address of the back-up', async () => {
    const its = registrationService();
    await givenBackUp(its, 'open');
    await eraseListing(its)('dpp1');
    expect(await its.requests.find('req1')).toMatchObject({ version: 1, seats: [{ tried }] });
  });

  it('reports “busy” when leaving has a write conflict every time, and erases nothing', async () => {
    const its = registrationService();
    await its.given({ practitioners: [aPractitioner()] });
    const table: typeof its.table = {
      ...its.table,
      commit: (changes) =>
        JSON.stringify(changes).includes('practitioner-left')
          ? Promise.resolve({ committed: false, unmet: [], conflict: true })
          : its.table.commit(changes),
    };
    expect(await eraseListing({ ...its, table })('dpp1')).toEqual({ ok: false, refusal: 'busy' });
    expect(await its.practitioners.find('dpp1')).toMatchObject({ state: 'listed' });
  });
});

describe('erasing a listing that changes meanwhile', () => {
  /**
   * A repository whose second read returns `found`, as if somebody else had changed the listing after the first read.
   */
  const changedMeanwhile = (its: RegistrationService, found: StoredPractitioner | undefined) => {
    let reads = 0;
    const find = (id: string) => {
      reads += 1;
      return reads === 1 ? its.practitioners.find(id) : Promise.resolve(found);
    };
    return { ...its, practitioners: { ...its.practitioners, find } };
  };
  const unconfirmed = async (): Promise<RegistrationService> => {
    const its = registrationService();
    await its.given({ practitioners: [aPractitioner({ state: 'unconfirmed' })] });
    return its;
  };

  it('is refused when the listing is no longer stored', async () => {
    const its = await unconfirmed();
    expect(await eraseListing(changedMeanwhile(its, undefined))('dpp1')).toEqual({
      ok: false,
      refusal: 'gone',
    });
    expect(await erasures(its.table)).toEqual([]);
  });

  it('returns the listing that somebody else has erased, and writes nothing', async () => {
    const its = await unconfirmed();
    const erased = erasedPractitioner(aPractitioner(), NOW);
    expect(await eraseListing(changedMeanwhile(its, erased))('dpp1')).toEqual({ ok: true, value: erased });
    expect(await erasures(its.table)).toEqual([]);
    expect(await its.practitioners.find('dpp1')).toMatchObject({ state: 'unconfirmed' });
  });
});
