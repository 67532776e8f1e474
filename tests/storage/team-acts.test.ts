import { beforeEach, describe, expect, it } from 'vitest';
import { keyOfActor } from '../../functions/store/table/audit-codes.ts';
import type { PractitionerDeps } from '../../functions/programme/practitioners/practitioner-deps.ts';
import { endMatchFor } from '../../functions/programme/practitioners/end-match-for.ts';
import { refusePractitioner } from '../../functions/programme/practitioners/refuse-practitioner.ts';
import { reinstatePractitioner } from '../../functions/programme/practitioners/reinstate-practitioner.ts';
import { suspendPractitioner } from '../../functions/programme/practitioners/suspend-practitioner.ts';
import { takeBackOffer } from '../../functions/programme/practitioners/take-back-offer.ts';
import { unlistPractitioner } from '../../functions/programme/practitioners/unlist-practitioner.ts';
import { claim, ownerOfAddress } from '../../functions/store/unique-claims.ts';
import { isPublic } from '../../shared/directory/is-public.ts';
import { suspendReasons } from '../../shared/people/practitioner.ts';
import { meaningOf, type Standing, standingsOf, takesOffers } from '../../shared/people/standing.ts';
import { aPractitioner, NOW, TODAY } from '../support/builders.ts';
import { kentAndMedway } from '../support/kent-and-medway.ts';

import { split, teamScene, type TeamScene, why } from '../support/team-scene.ts';
interface Act {
  readonly what: string;
  readonly run: (deps: PractitionerDeps) => Promise<{ readonly ok: boolean }>;
  readonly state: Standing;
  /** The mails that are written, exactly. */
  readonly mails: readonly string[];
  /** Whether the offer to the third learner stays as it is. */
  readonly keepsOffer?: true;
  /** Ids of the matches that end. */
  readonly ends?: readonly string[];
  readonly audit: string;
  /** Whether the address can be registered again afterwards. */
  readonly freesAddress?: true;
}

const acts: readonly Act[] = [
  ...suspendReasons.map((reason): Act => ({
    what: `suspend for ${reason}, one learner stays and one ends`,
    run: (deps) => suspendPractitioner(deps)({ id: 'dpp1', reason, ...why, ...split }),
    state: 'suspended',
    mails: [
      ...(reason === 'died' ? [] : ['practitioner-suspended dpp1']),
      'requester-offer-taken-back offer3',
      'requester-seat-reopened offer-req2',
    ],
    ends: ['match2'],
    audit: `${keyOfActor('team:Nina')} practitioner-suspended`,
  })),
  {
    what: 'refuse, both learners end',
    run: (deps) => refusePractitioner(deps)({ id: 'dpp1', ...why, stays: [], ends: ['match1', 'match2'] }),
    state: 'refused',
    mails: [
      'practitioner-refused dpp1',
      'requester-offer-taken-back offer3',
      'requester-seat-reopened offer-req2',
      'requester-seat-reopened offer1',
    ],
    ends: ['match1', 'match2'],
    audit: `${keyOfActor('team:Nina')} practitioner-refused`,
    freesAddress: true,
  },
  {
    what: 'unlist',
    run: (deps) => unlistPractitioner(deps)({ id: 'dpp1', ...why }),
    state: 'unlisted',
    mails: ['practitioner-unlisted dpp1', 'requester-offer-taken-back offer3'],
    audit: `${keyOfActor('team:Nina')} practitioner-unlisted`,
  },
];

describe('what the team does with a DPP who has two learners and a live offer', () => {
  let its: TeamScene;
  beforeEach(async () => (its = await teamScene()));

  it.each(acts)('$what', async ({ run, state, mails, ends = [], audit, freesAddress }) => {
    expect(await its.isInPublicFile()).toBe(true);
    expect(await run(its.deps)).toMatchObject({ ok: true });
    const after = await its.dpp();
    expect(after.state).toBe(state);
    expect(await its.isInPublicFile()).toBe(meaningOf(state).directory !== 'hidden');
    expect(standingsOf(after, TODAY)).toContain(state);
    expect(takesOffers(after, TODAY)).toBe(meaningOf(state).newOffers !== 'none');
    expect(isPublic(after, TODAY, kentAndMedway.settings)).toBe(meaningOf(state).directory !== 'hidden');
    expect(await its.mails()).toEqual([...mails].toSorted());
    expect(await its.actions()).toEqual([audit]);
    expect(await its.offer()).toMatchObject({ state: 'withdrawn', takenBack: 'dpp-not-available' });
    expect(after.pendingOffers).toEqual([]);
    for (const id of ['match1', 'match2'])
      expect((await its.match(id)).state).toBe(ends.includes(id) ? 'ended-early' : 'agreed');
    expect(after.commitments.map(({ matchId }) => matchId)).toEqual(
      ['match1', 'match2'].filter((id) => !ends.includes(id)),
    );
    const owner = await ownerOfAddress(its.deps.table, after.email);
    expect(owner === undefined).toBe(freesAddress === true);
    // The next DPP is asked for the third learner, and for each learner who has nobody any more.
    await its.matchAll();
    for (const id of ['req3', ...ends.map((match) => match.replace('match', 'req'))])
      expect((await its.request(id)).seats[0]).toMatchObject({ state: 'offered', practitionerId: 'next' });
  });

  it.each(acts)('$what: repeating it writes nothing more', async ({ run }) => {
    await run(its.deps);
    const mails = await its.mails();
    const { version } = await its.dpp();
    expect(await run(its.deps)).toMatchObject({ ok: true });
    expect(await its.mails()).toEqual(mails);
    expect((await its.dpp()).version).toBe(version);
  });

  it.each([
    ['no decision', { stays: [], ends: [] }, 'learners-undecided'],
    ['a decision about one learner only', { stays: ['match1'], ends: [] }, 'learners-undecided'],
    ['two decisions about one', { stays: ['match1', 'match2'], ends: ['match2'] }, 'learner-decided-twice'],
    ['a decision about somebody else', { stays: ['match1'], ends: ['match9'] }, 'unknown-learner'],
  ])('does not suspend or refuse with %s about the learners', async (_, learners, refusal) => {
    const suspended = await suspendPractitioner(its.deps)({
      id: 'dpp1',
      reason: 'regulator',
      ...why,
      ...learners,
    });
    const refusedToo = await refusePractitioner(its.deps)({ id: 'dpp1', ...why, ...learners });
    expect([suspended, refusedToo]).toEqual([
      { ok: false, refusal },
      { ok: false, refusal },
    ]);
    expect(await its.mails()).toEqual([]);
    expect((await its.dpp()).state).toBe('listed');
  });

  it('takes back one offer: both are told, the DPP is not asked again, the next is', async () => {
    const run = () => takeBackOffer(its.deps)({ id: 'offer3', ...why });
    expect(await run()).toMatchObject({ ok: true, value: { state: 'withdrawn', takenBack: 'team' } });
    expect(await run()).toMatchObject({ ok: true });
    expect(await its.mails()).toEqual([
      'practitioner-offer-withdrawn offer3',
      'requester-offer-taken-back offer3',
    ]);
    await its.matchAll();
    const [seat] = (await its.request('req3')).seats;
    expect(seat).toMatchObject({ state: 'offered', practitionerId: 'next' });
    expect((await its.dpp()).state).toBe('listed');
  });

  it('ends one match: both are told, the seat is sought again first', async () => {
    const run = () => endMatchFor(its.deps)({ id: 'match1', reason: 'not-working', ...why });
    expect(await run()).toMatchObject({ ok: true, value: { state: 'ended-early' } });
    expect(await run()).toMatchObject({ ok: true });
    expect((await its.mails()).map((mail) => mail.split(' ')[0])).toEqual([
      'practitioner-feedback-asked',
      'practitioner-match-ended',
      'requester-feedback-asked',
      'requester-seat-reopened',
    ]);
    expect((await its.request('req1')).reopenedAt).toBe(NOW);
  });
});

describe('the team lists again', () => {
  let its: TeamScene;
  beforeEach(async () => (its = await teamScene()));
  const reinstated = () => reinstatePractitioner(its.deps)({ id: 'dpp1', ...why });

  it('somebody who was suspended, with the learners who stayed', async () => {
    await suspendPractitioner(its.deps)({ id: 'dpp1', reason: 'employer', ...why, ...split });
    expect(await reinstated()).toMatchObject({ ok: true, value: { state: 'listed' } });
    expect((await its.dpp()).suspension).toBeUndefined();
    expect(await its.mails()).toContain('practitioner-reinstated dpp1');
    expect((await its.dpp()).commitments).toHaveLength(1);
    expect(await its.isInPublicFile()).toBe(true);
  });

  it('somebody who was hidden', async () => {
    await unlistPractitioner(its.deps)({ id: 'dpp1', ...why });
    expect(await reinstated()).toMatchObject({ ok: true, value: { state: 'listed' } });
  });

  it('somebody who was refused only after a new check, with address and number claimed again', async () => {
    await refusePractitioner(its.deps)({ id: 'dpp1', ...why, ...split });
    expect(await reinstated()).toMatchObject({ ok: true, value: { state: 'awaiting-check' } });
    expect(await its.mails()).toContain('team-check-wanted dpp1');
    expect(await its.isInPublicFile()).toBe(false);
    expect((await ownerOfAddress(its.deps.table, 'amara@dpp.example'))?.id).toBe('dpp1');
  });

  it('nobody whose number somebody else has registered since', async () => {
    await refusePractitioner(its.deps)({ id: 'dpp1', ...why, ...split });
    await its.deps.table.commit([
      ...claim(its.deps.table, aPractitioner({ id: 'owner', email: 'owner@dpp.example' })),
    ]);
    expect(await reinstated()).toEqual({ ok: false, refusal: 'number-taken' });
    expect((await its.dpp()).state).toBe('refused');
  });

  it('nobody who has left', async () => {
    await its.deps.table.commit([
      its.deps.practitioners.save({ ...(await its.dpp()), state: 'withdrawn', commitments: [] }),
    ]);
    expect(await reinstated()).toEqual({ ok: false, refusal: 'not-allowed' });
  });
});
