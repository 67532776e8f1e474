import { lists } from '../../../functions/store/table/keys.ts';
import type { Table } from '../../../functions/store/table/table.ts';
import { describe, expect, it } from 'vitest';
import { lapseRequests } from '../../../functions/matching/matches/lapse-requests.ts';
import { withdrawRequest } from '../../../functions/matching/matches/withdraw-request.ts';
import { erasedRequest } from '../../../shared/privacy/erase-request.ts';
import { aRequest, NOW } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';

describe('withdrawing a request', () => {
  it.each(['unconfirmed', 'open', 'matched', 'lapsed'] as const)('changes one that is %s', async (state) => {
    const its = registrationService();
    await its.given({ requests: [aRequest({ state, seats: [] })] });
    expect(await withdrawRequest(its)('req1', 'withdrawn', NOW)).toMatchObject({
      ok: true,
      value: { state: 'withdrawn', updatedAt: NOW },
    });
  });

  it('is refused for one that is completed', async () => {
    const its = registrationService();
    await its.given({ requests: [aRequest({ state: 'completed' })] });
    const before = its.table.rows();
    expect(await withdrawRequest(its)('req1', 'withdrawn', NOW)).toEqual({
      ok: false,
      refusal: 'request-already-closed',
    });
    expect(its.table.rows()).toEqual(before);
  });

  it('knows no request that is erased', async () => {
    const its = registrationService();
    await its.table.commit([its.requests.save(erasedRequest(aRequest({ version: 0 }), NOW))]);
    expect(await withdrawRequest(its)('req1', 'withdrawn', NOW)).toEqual({
      ok: false,
      refusal: 'request-unknown',
    });
  });
});

describe('lapsing requests', () => {
  it('leaves a request unchanged that has been withdrawn since the list was read', async () => {
    const its = registrationService({ learnersConfirmed: false });
    await its.given({ requests: [aRequest({ signOffNeededBy: '2026-11-01', state: 'withdrawn' })] });
    const before = its.table.rows();
    const listed = before
      .filter(({ kind }) => kind === 'request')
      .map((row) => ({ ...row, noun: aRequest({ signOffNeededBy: '2026-11-01' }) }));
    const query: Table['query'] = ({ partition }) =>
      Promise.resolve(partition === lists.requests('open') ? listed : []);
    const table = { ...its.table, query };
    const log = { event: () => undefined, surprise: () => undefined };
    expect(await lapseRequests({ ...its, table, log })()).toBe(0);
    expect(its.table.rows()).toEqual(before);
  });
});
