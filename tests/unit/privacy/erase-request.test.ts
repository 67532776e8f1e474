import { describe, expect, it } from 'vitest';
import { eraseRequest } from '../../../functions/privacy/erasure/erase-request.ts';
import { teamWordsRow } from '../../../functions/store/audit-row.ts';
import { openRequests } from '../../../functions/store/open-requests.ts';
import { erasures } from '../../../functions/store/repositories/erasure-log.ts';
import { mentionRepository } from '../../../functions/store/repositories/mention-repository.ts';
import type { StoredRequest, SupervisionRequest } from '../../../shared/requests/request.ts';
import { auditOf030 } from '../../support/audit-of-0-3-0.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { type RegistrationService, registrationService } from '../../support/registration-service.ts';

const endedAt = '2026-11-20T09:00:00.000Z';
const pending = { offerId: 'offer1', from: '2027-02-01', to: '2027-07-31', holdsPlace: false };

/** Adds a request to the count of its requester's open requests. */
const count = async (its: RegistrationService, request: SupervisionRequest): Promise<void> => {
  const place = await openRequests(its.table, its.requests).placeFor(request, true);
  if (!place.ok) throw new Error(`the request has no place: ${place.refusal.code}`);
  await its.table.commit(place.value);
};

describe('erasing a request', () => {
  it('is refused for an unknown id', async () => {
    expect(await eraseRequest(registrationService())('req1')).toEqual({ ok: false, refusal: 'gone' });
  });

  it('is idempotent', async () => {
    const its = registrationService();
    await its.given({ requests: [aRequest()] });
    await eraseRequest(its)('req1');
    const rows = its.table.rows();
    expect(await eraseRequest(its)('req1')).toMatchObject({ ok: true, value: { state: 'erased' } });
    expect(its.table.rows()).toEqual(rows);
  });

  it('records the erasure and settles what the team was asked about', async () => {
    const its = registrationService();
    await its.given({ requests: [aRequest({ state: 'lapsed' })] });
    const mentions = mentionRepository(its.table);
    await its.table.commit([mentions.file({ noun: 'request', id: 'req1', at: NOW })]);
    expect(await eraseRequest(its)('req1')).toMatchObject({ ok: true, value: { state: 'erased' } });
    expect(await erasures(its.table)).toEqual([{ noun: 'request', id: 'req1', at: NOW }]);
    expect(await mentions.all()).toEqual([]);
    expect(await its.audit.of('request#req1')).toEqual([
      expect.objectContaining({ at: NOW, actor: 'requester', action: 'request-erased' }),
    ]);
  });

  it('withdraws the pending offers of an open request first', async () => {
    const its = registrationService();
    await its.given({
      requests: [aRequest({ seats: [aSeat({ state: 'offered' })] })],
      practitioners: [aPractitioner({ pendingOffers: [pending] })],
      offers: [anOffer()],
    });
    expect((await eraseRequest(its)('req1')).ok).toBe(true);
    expect(await its.offers.find('offer1')).toMatchObject({ state: 'withdrawn' });
    expect(await its.practitioners.find('dpp1')).toMatchObject({ pendingOffers: [] });
  });

  it('ends a current match of a request that is closed already', async () => {
    const its = registrationService();
    const { requestId, seatId, from, to, id: matchId } = aMatch();
    await its.given({
      requests: [aRequest({ state: 'lapsed', seats: [aSeat({ state: 'filled' })] })],
      practitioners: [
        aPractitioner({ commitments: [{ matchId, requestId, seatId, from, to, university: 'medway' }] }),
      ],
      matches: [aMatch()],
    });
    expect((await eraseRequest(its)('req1')).ok).toBe(true);
    expect((await its.matches.find('match1'))?.state).not.toBe('agreed');
    expect(await its.practitioners.find('dpp1')).toMatchObject({ commitments: [] });
  });

  it('removes the learner’s comment and organisation from its own matches, and keeps those of others', async () => {
    const its = registrationService();
    const learnerFeedback = { at: endedAt, rating: 4, wouldAgain: true, comment: 'a comment' } as const;
    const { comment, ...rating } = learnerFeedback;
    await its.given({
      requests: [aRequest({ state: 'completed' })],
      matches: [
        aMatch({ id: 'own', state: 'completed', endedAt, learnerFeedback }),
        aMatch({ id: 'silent', state: 'completed', endedAt }),
        aMatch({ id: 'erased', state: 'completed', endedAt, home: { id: 'erased', name: 'erased' } }),
        aMatch({
          id: 'half',
          state: 'completed',
          endedAt,
          home: { id: 'erased', name: 'erased' },
          learnerFeedback,
        }),
        aMatch({ id: 'other', state: 'completed', endedAt, learnerFeedback, requestId: 'req2' }),
      ],
    });
    await eraseRequest(its)('req1');
    const erasedHome = { id: 'erased', name: 'erased' };
    expect(await its.matches.find('own')).toMatchObject({
      version: 2,
      home: erasedHome,
      learnerFeedback: rating,
    });
    expect(JSON.stringify(await its.matches.find('own'))).not.toContain(comment);
    expect(await its.matches.find('silent')).toMatchObject({ version: 2, home: erasedHome });
    expect(await its.matches.find('silent')).not.toHaveProperty('learnerFeedback');
    expect(await its.matches.find('erased')).toMatchObject({ version: 1 });
    expect(await its.matches.find('half')).toMatchObject({ version: 2, learnerFeedback: rating });
    expect(JSON.stringify(await its.matches.find('half'))).not.toContain(comment);
    expect(await its.matches.find('other')).toMatchObject({ version: 1, learnerFeedback });
  });

  it('also looks for the name of the learner in what others wrote', async () => {
    const its = registrationService();
    await its.given({
      requests: [
        aRequest({ state: 'lapsed', requestedBy: 'employer', learnerName: 'Quentin Quill' }),
        aRequest({ id: 'req2', state: 'lapsed', email: 'x@y.example', nmpLeadName: 'Quentin Quill' }),
      ],
    });
    await eraseRequest(its)('req1');
    expect(await mentionRepository(its.table).all()).toEqual([{ noun: 'request', id: 'req2', at: NOW }]);
  });

  it('is refused when withdrawing the request has a write conflict every time', async () => {
    const its = registrationService();
    await its.given({ requests: [aRequest()] });
    const table: typeof its.table = {
      ...its.table,
      commit: () => Promise.resolve({ committed: false, unmet: [], conflict: true }),
    };
    expect(await eraseRequest({ ...its, table })('req1')).toEqual({ ok: false, refusal: 'busy' });
    expect(await its.requests.find('req1')).toMatchObject({ state: 'open' });
  });

  it('is refused, and erases nothing, when its pending offer has a write conflict every time', async () => {
    const its = registrationService();
    await its.given({
      requests: [aRequest({ seats: [aSeat({ state: 'offered' })] })],
      practitioners: [aPractitioner({ pendingOffers: [pending] })],
      offers: [anOffer()],
    });
    const table: typeof its.table = {
      ...its.table,
      commit: (changes) =>
        changes.some((change) => change.do === 'put' && change.row['kind'] === 'offer')
          ? Promise.resolve({ committed: false, unmet: [], conflict: true })
          : its.table.commit(changes),
    };
    expect(await eraseRequest({ ...its, table })('req1')).toEqual({ ok: false, refusal: 'busy' });
    expect(await its.requests.find('req1')).toMatchObject({ state: 'open' });
  });

  it('is refused when erasing has a write conflict every time', async () => {
    const its = registrationService();
    await its.given({ requests: [aRequest({ state: 'lapsed' })] });
    const table: typeof its.table = {
      ...its.table,
      commit: () => Promise.resolve({ committed: false, unmet: [], conflict: true }),
    };
    expect((await eraseRequest({ ...its, table })('req1')).ok).toBe(false);
    expect(await erasures(its.table)).toEqual([]);
  });

  it('withdraws neither a closed request without a current match nor one that is not confirmed', async () => {
    const its = registrationService();
    await its.given({
      requests: [aRequest({ state: 'completed' }), aRequest({ id: 'req2', state: 'unconfirmed' })],
      matches: [aMatch({ state: 'completed', endedAt })],
    });
    expect(await eraseRequest(its)('req1')).toMatchObject({ ok: true, value: { state: 'erased' } });
    expect(await eraseRequest(its)('req2')).toMatchObject({ ok: true, value: { state: 'erased' } });
    expect(its.mails()).toEqual([]);
  });

  it('deletes the team’s reasons about the request, in whatever version, and keeps those about others', async () => {
    const its = registrationService();
    await its.given({ requests: [aRequest({ state: 'lapsed' })] });
    const facts = { why: 'Sam Example is a cousin' };
    await its.table.commit([
      auditOf030('request#req1', endedAt, 'entry1', 'team:Tess', 'conflict-cleared', facts),
      auditOf030('request#req2', endedAt, 'entry2', 'team:Tess', 'conflict-cleared', facts),
      ...['req1', 'req2'].map((id) =>
        teamWordsRow(`request#${id}`, endedAt, 'entry3', { by: 'Tess', ...facts }),
      ),
    ]);
    await eraseRequest(its)('req1');
    expect((await its.audit.of('request#req1')).map((entry) => entry.facts)).toEqual([{}, {}]);
    expect((await its.audit.of('request#req2')).map((entry) => entry.facts)).toEqual([facts]);
    expect(its.ofKind('changed-values').map(({ pk }) => pk)).toEqual(['CHANGED-VALUES#request#req2']);
  });

  it('removes the request from the count of its requester’s open requests', async () => {
    const its = registrationService();
    await its.given({ requests: [aRequest({ state: 'lapsed' })] });
    await count(its, aRequest());
    await eraseRequest(its)('req1');
    expect(its.ofKind('open-requests')).toEqual([]);
  });

  it('is refused, and erases nothing, when the count of open requests has a write conflict every time', async () => {
    const its = registrationService();
    await its.given({ requests: [aRequest({ state: 'lapsed' })] });
    await count(its, aRequest());
    const counted = its.ofKind('open-requests').map(({ pk }) => pk);
    const table: typeof its.table = {
      ...its.table,
      commit: (changes) =>
        changes.some((change) => counted.includes(change.do === 'put' ? change.row.pk : change.key.pk))
          ? Promise.resolve({ committed: false, unmet: [], conflict: true })
          : its.table.commit(changes),
    };
    expect(await eraseRequest({ ...its, table })('req1')).toEqual({ ok: false, refusal: 'busy' });
    expect(await its.requests.find('req1')).toMatchObject({ state: 'lapsed' });
  });
});

describe('erasing a request that changes meanwhile', () => {
  /**
   * A repository whose second read of a request returns `found`, as if somebody else had changed the request after the
   * first read.
   */
  const changedMeanwhile = (its: RegistrationService, found: StoredRequest | undefined) => {
    let reads = 0;
    const find = (id: string) => {
      reads += 1;
      return reads === 1 ? its.requests.find(id) : Promise.resolve(found);
    };
    return { ...its, requests: { ...its.requests, find } };
  };

  it('is refused when the request is no longer stored', async () => {
    const its = registrationService();
    await its.given({ requests: [aRequest({ state: 'lapsed' })] });
    const answer = await eraseRequest(changedMeanwhile(its, undefined))('req1');
    expect(answer).toEqual({ ok: false, refusal: 'gone' });
    expect(await erasures(its.table)).toEqual([]);
  });

  it('returns the request that somebody else has erased, and writes nothing', async () => {
    const its = registrationService();
    await its.given({ requests: [aRequest({ state: 'lapsed' })] });
    const erased = await eraseRequest(its)('req1');
    if (!erased.ok) throw new Error('the request was not erased');
    const other = registrationService();
    await other.given({ requests: [aRequest({ state: 'lapsed' })] });
    expect(await eraseRequest(changedMeanwhile(other, erased.value))('req1')).toEqual(erased);
    expect(await erasures(other.table)).toEqual([]);
    expect(await other.requests.find('req1')).toMatchObject({ state: 'lapsed' });
  });
});
