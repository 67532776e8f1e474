import { beforeEach, describe, expect, it } from 'vitest';
import { ledgerChanges } from '../../../functions/store/noun-changes.ts';
import { supplyOfRows } from '../../../functions/matching/seats/matching-supply.ts';
import { matchSeats } from '../../../functions/matching/seats/match-seats.ts';
import { erasedAndBack, retentionDue } from '../../../functions/privacy/retention/retain-rules.ts';
import { retain } from '../../../functions/privacy/retention/retain.ts';
import { eraseRequest } from '../../../functions/privacy/erasure/erase-request.ts';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import { runProgressRepository } from '../../../functions/store/repositories/run-progress-repository.ts';
import { claim } from '../../../functions/store/unique-claims.ts';
import { addressHash } from '../../../functions/platform/hash.ts';
import { ledgerEntrySchema } from '../../../shared/matches/ledger.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { aMatch, aPractitioner } from '../../support/builders.ts';
import {
  BARNABY,
  dpp,
  everythingAboutTwo,
  learner,
  XANTHIPPE,
  ZEPHYRINE,
} from '../../support/everything-about-two.ts';
import { noContext } from '../../support/no-context.ts';

describe('erasure', () => {
  let its: Awaited<ReturnType<typeof everythingAboutTwo>>;
  beforeEach(async () => {
    its = await everythingAboutTwo();
  });
  const dump = () => its.table.rows().map((row) => JSON.stringify(row));
  const leaks = (of: RegExp) => dump().filter((row) => of.test(row));

  it('of a practitioner leaves no trace of them in their own rows or others’', async () => {
    expect(leaks(ZEPHYRINE).length).toBeGreaterThanOrEqual(8);
    const others = leaks(XANTHIPPE).length;
    expect((await eraseListing(its)('dpp1')).ok).toBe(true);
    expect(leaks(ZEPHYRINE)).toEqual([]);
    expect(leaks(XANTHIPPE)).toHaveLength(others);
  });

  it('of a practitioner leaves no trace of the back-up they named', async () => {
    expect(leaks(BARNABY)).toHaveLength(1);
    await eraseListing(its)('dpp1');
    expect(leaks(BARNABY)).toEqual([]);
  });

  it('of somebody who was named as back-up takes them out of the listing that named them', async () => {
    await its.given({
      practitioners: [
        aPractitioner({
          id: 'dpp4',
          name: 'Barnaby Standby',
          email: 'barnaby@standby.example',
          registrationNumber: '2044444',
        }),
      ],
    });
    await eraseListing(its)('dpp4');
    expect(leaks(BARNABY)).toEqual([]);
    expect(leaks(/2044444/u)).toEqual([]);
  });

  it('of a practitioner with a learner keeps who is asked next, without an address', async () => {
    const standby = aPractitioner({
      id: 'dpp9',
      name: 'Barnaby Standby',
      email: 'barnaby@standby.example',
      registrationNumber: '2099999',
      organisation: { id: 'far', name: 'Far Surgery' },
    });
    await its.given({ practitioners: [standby, aPractitioner({ id: 'dpp3', email: 'near@dpp.example' })] });
    await its.table.commit(claim(its.table, standby));
    await eraseListing(its)('dpp1');
    const left = await its.requests.findPresent('req1');
    expect(left?.state).toBe('open');
    expect(left?.seats[0]?.tried).toMatchObject([
      { practitionerId: 'dpp1', outcome: 'left', backUpId: 'dpp9' },
    ]);
    if (left === undefined) throw new Error('no request');
    const near = { outcode: 'ME4', town: 'Chatham', place: 'medway-swale' } as const;
    await its.table.commit([its.requests.save({ ...left, site: near, conflicts: [] })]);
    await matchSeats({
      ...its,
      policy,
      supply: supplyOfRows({ ...its, memory: () => Promise.resolve(noContext) }),
      log: { event: () => undefined, surprise: () => undefined },
    })(['req1']);
    expect((await its.requests.find('req1'))?.seats[0]).toMatchObject({
      state: 'offered',
      practitionerId: 'dpp9',
    });
  });

  it('keeps only ids, hours and the organisations’ names of hosting between organisations', async () => {
    await its.table.commit(ledgerChanges(its.table, [aMatch({ home: learner.organisation })]));
    await eraseListing(its)('dpp1');
    await eraseRequest(its)('req1');
    const lines = its.table.rows().filter(({ kind }) => kind === 'ledger');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    for (const { entry } of lines)
      expect(Object.keys(ledgerEntrySchema.parse(entry)).toSorted()).toEqual([
        'at',
        'counterpart',
        'homePlace',
        'hostPlace',
        'hours',
        'id',
        'matchId',
        'organisation',
        'requestId',
        'role',
        'side',
        'since',
      ]);
    expect([...leaks(ZEPHYRINE), ...leaks(XANTHIPPE)]).toEqual([]);
  });

  it('of a requester leaves no trace of them or the learner in any row', async () => {
    expect(leaks(XANTHIPPE).length).toBeGreaterThanOrEqual(6);
    const others = leaks(ZEPHYRINE).length;
    expect((await eraseRequest(its)('req1')).ok).toBe(true);
    expect(leaks(XANTHIPPE)).toEqual([]);
    // One row fewer mentions the DPP: the reason for clearing a conflict named both people and is erased as a whole.
    expect(leaks(ZEPHYRINE)).toHaveLength(others - 1);
  });

  it('leaves no hash of an address except the one in the suppression list', async () => {
    await eraseListing(its)('dpp1');
    await eraseRequest(its)('req1');
    for (const { email } of [dpp, learner])
      expect(dump().filter((row) => row.includes(addressHash(email)))).toEqual([
        expect.stringContaining('"kind":"suppression"'),
      ]);
  });

  it('keeps the other people whom a learner has a conflict with', async () => {
    await eraseListing(its)('dpp1');
    expect((await its.requests.findPresent('req2'))?.conflicts.map(({ name }) => name)).toEqual([
      'erased',
      'Bilal Other',
      'erased',
    ]);
  });

  it('is idempotent', async () => {
    await eraseListing(its)('dpp1');
    await eraseRequest(its)('req1');
    const once = dump();
    expect((await eraseListing(its)('dpp1')).ok).toBe(true);
    expect((await eraseRequest(its)('req1')).ok).toBe(true);
    expect(dump()).toEqual(once);
  });

  it('also finds rows that the index does not have yet', async () => {
    const match = await its.matches.find('match1');
    if (match === undefined) throw new Error('no match');
    its.table.index.hold();
    await its.table.commit([its.matches.save({ ...match, state: 'started' })]);
    await eraseListing(its)('dpp1');
    expect(leaks(/free text of Zephyrine/u)).toEqual([]);
  });

  it('is repeated by the nightly run after a restore, while the erasure log is kept', async () => {
    const backup = its.table.rows();
    await eraseListing(its)('dpp1');
    await eraseRequest(its)('req1');
    const log = its.table.rows().filter(({ kind }) => kind === 'erasure');
    expect(log).toHaveLength(2);
    its.table.restore([...backup, ...log]);
    expect(leaks(ZEPHYRINE)).not.toEqual([]);
    const deps = {
      ...its,
      erasePractitioner: eraseListing(its),
      eraseRequest: eraseRequest(its),
      progress: runProgressRepository(its.table),
    };
    const quiet = { event: () => undefined, surprise: () => undefined };
    await retain({ ...deps, log: quiet, due: retentionDue(deps), erasedAndBack: erasedAndBack(deps) })();
    expect([...leaks(ZEPHYRINE), ...leaks(XANTHIPPE)]).toEqual([]);
  });
});
