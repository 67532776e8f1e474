import { describe, expect, it } from 'vitest';
import { disownAddress } from '../../../functions/privacy/erasure/disown-address.ts';
import { erasures } from '../../../functions/store/repositories/erasure-log.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import { addHours } from '../../../shared/kernel/time.ts';
import { aPractitioner, aRequest, NOW } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';

const link: Link = { kind: 'confirm', recipient: 'practitioner', expiresAt: addHours(NOW, 24) };

/** A service with a listing and a request that are in the given states. */
const stored = async (
  practitioner: 'unconfirmed' | 'withdrawn' | 'listed',
  request: 'unconfirmed' | 'open',
) => {
  const its = registrationService({ learnersConfirmed: false });
  await its.given({
    practitioners: [aPractitioner({ state: practitioner })],
    requests: [aRequest({ state: request })],
  });
  return its;
};

describe('disowning the address of a registration or request', () => {
  it.each(['unconfirmed', 'withdrawn'] as const)('erases a registration that is %s', async (state) => {
    const its = await stored(state, 'unconfirmed');
    await disownAddress(its)({ ...link, practitionerId: 'dpp1' });
    expect(await its.practitioners.find('dpp1')).toMatchObject({
      state: 'erased',
      version: 2,
      updatedAt: NOW,
    });
    expect(await its.requests.find('req1')).toMatchObject({ state: 'unconfirmed' });
    expect(await its.audit.of('practitioner#dpp1')).toEqual([
      expect.objectContaining({ at: NOW, actor: 'practitioner', action: 'practitioner-erased' }),
    ]);
    expect(await erasures(its.table)).toEqual([{ noun: 'practitioner', id: 'dpp1', at: NOW }]);
  });

  it('erases a request that is unconfirmed', async () => {
    const its = await stored('unconfirmed', 'unconfirmed');
    await disownAddress(its)({ ...link, requestId: 'req1' });
    expect(await its.requests.find('req1')).toMatchObject({ state: 'erased', version: 2, updatedAt: NOW });
    expect(await its.practitioners.find('dpp1')).toMatchObject({ state: 'unconfirmed' });
    expect(await its.audit.of('request#req1')).toEqual([
      expect.objectContaining({ at: NOW, actor: 'requester', action: 'request-erased' }),
    ]);
    expect(await erasures(its.table)).toEqual([{ noun: 'request', id: 'req1', at: NOW }]);
  });

  it('keeps what was confirmed in the meantime', async () => {
    const its = await stored('listed', 'open');
    const before = its.table.rows();
    await disownAddress(its)({ ...link, practitionerId: 'dpp1', requestId: 'req1' });
    expect(its.table.rows()).toEqual(before);
  });

  it('changes nothing when the row no longer exists', async () => {
    const its = registrationService({ learnersConfirmed: false });
    await disownAddress(its)({ ...link, practitionerId: 'dpp1', requestId: 'req1' });
    expect(its.table.rows()).toEqual([]);
  });

  it('fails when every attempt has a write conflict, so that nobody is told it is deleted', async () => {
    const its = await stored('unconfirmed', 'unconfirmed');
    const table: typeof its.table = {
      ...its.table,
      commit: () => Promise.resolve({ committed: false, unmet: [], conflict: true }),
    };
    await expect(disownAddress({ ...its, table })({ ...link, practitionerId: 'dpp1' })).rejects.toThrow(
      'repeated write conflicts',
    );
  });
});
