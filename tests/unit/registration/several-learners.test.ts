import { describe, expect, it } from 'vitest';
import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { addressHash } from '../../../functions/platform/hash.ts';
import { typedOrganisation } from '../../../shared/people/typed-organisation.ts';
import type { AnswerValue } from '../../../shared/journeys/question.ts';
import { matchSeats } from '../../../functions/matching/seats/match-seats.ts';
import { requestsOfLearners } from '../../../shared/requests/learners-asked.ts';
import { aPractitioner, aRequest, NOW } from '../../support/builders.ts';
import { scene } from '../../support/matching-scene.ts';
import { requestAnswers } from '../../support/journey/answers.ts';
import { registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';

const lead = { name: 'Nina Lead', email: 'nina@learner.example' };
const group = {
  requestedBy: 'employer',
  requesterName: lead.name,
  email: lead.email,
  learnerName: undefined,
  registrationNumber: undefined,
  organisation: 'Harbour Surgery',
  nmpLeadName: lead.name,
  nmpLeadEmail: lead.email,
} as const;
const byColleague = { ...group, requesterName: 'Erin Employer', email: 'erin@learner.example' };

/** A service in which an employer asks for learners; its lead is confirmed if `isLed`. */
const service = async ({ isLed = true } = {}) => {
  const its = registrationService();
  const organisationId = typedOrganisation('Harbour Surgery', 'ME4').id;
  if (isLed)
    await its.table.commit([
      its.trust.savePerson({
        id: organisationPersonId('lead', lead.email),
        version: 0,
        organisationId,
        role: 'lead',
        ...lead,
        state: 'confirmed',
        proposedAt: NOW,
        addressConfirmedAt: NOW,
      }),
    ]);
  const send = (answers: Readonly<Record<string, AnswerValue | undefined>>) =>
    sentJson(its.request.takeJson, requestAnswers(answers));
  const ask = async (answers: Readonly<Record<string, AnswerValue | undefined>>) => {
    const before = new Set(its.ofKind('request').map(({ pk }) => pk));
    expect(await send(answers)).toMatchObject({ status: 202 });
    const row = its.ofKind('request').find(({ pk }) => !before.has(pk));
    const id = String(row?.pk).split('#')[1] ?? '';
    const token = await its.link({ kind: 'confirm', recipient: 'requester', requestId: id });
    const reply = await sent(its.confirm, { token }, { decision: ['yes'] });
    return { id, reply };
  };
  const supports = async (requestId: string) =>
    sent(
      its.support,
      {
        token: await its.link({
          kind: 'support',
          recipient: 'lead',
          requestId,
          occasion: addressHash(lead.email),
        }),
      },
      { answer: ['supports'] },
    );
  const act = async (requestId: string, action: string) => {
    const token = await its.link({ kind: 'status', recipient: 'requester', requestId });
    return sent(
      { show: its.status.showAction, take: its.status.takeAction },
      { token, action },
      {
        decision: ['yes'],
      },
    );
  };
  const page = async (requestId: string) =>
    (await seen(its.status, { token: await its.link({ kind: 'status', recipient: 'requester', requestId }) }))
      .body;
  const state = async (id: string) => (await its.requests.find(id))?.state;
  return { its, send, ask, supports, act, page, state, open: () => its.requests.inState('open') };
};

describe('one form for ten learners', () => {
  it('makes one search for each of them, with seats of its own and one e-mail', async () => {
    const { its, ask, open } = await service();
    const { id, reply } = await ask({ ...group, learners: 10 });
    expect(reply.status).toBe(200);
    const requests = await open();
    expect(requests.map((one) => one.group?.learner).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
      Array.from({ length: 10 }, (_, index) => index + 1),
    );
    expect(new Set(requests.flatMap(({ seats }) => seats.map((seat) => seat.id))).size).toBe(10);
    expect(requests.every((one) => one.group?.firstId === id)).toBe(true);
    expect(its.mails().filter((name) => name === 'requester-request-open')).toHaveLength(1);
  });

  it('is idempotent, and is the same when it is confirmed twice', async () => {
    const { its, ask, open } = await service();
    const { id } = await ask({ ...group, learners: 10 });
    const token = await its.link({ kind: 'confirm', recipient: 'requester', requestId: id });
    await sent(its.confirm, { token }, { decision: ['yes'] });
    expect(await open()).toHaveLength(10);
  });

  it.each([
    ['a registration number', { registrationNumber: '2054321' }],
    ['more than twenty', { learners: 21 }],
    ['none', { learners: 0 }],
  ] as const)('is refused with %s', async (_, changes) => {
    const { send } = await service();
    expect(await send({ ...group, learners: 10, ...changes })).toMatchObject({ status: 422 });
  });

  it.each([
    ['the number one', { learners: 1 }],
    ['a learner who is known', { learners: 10, learnerName: 'Lee Learner', registrationNumber: '2054321' }],
    ['oneself as the learner', { learners: 10, requestedBy: 'learner', registrationNumber: '2054321' }],
  ] as const)('is one search with %s', async (_, changes) => {
    const { ask, open } = await service();
    await ask({ ...group, ...changes });
    const [request] = await open();
    expect(request?.group).toBeUndefined();
    expect(request?.learners).toBeUndefined();
  });
});

describe('more learners than an employer may usually have at once', () => {
  it('wait for the lead if a colleague asks, and are searched for when the confirmed lead supports them', async () => {
    const { its, ask, supports, open, state } = await service();
    const { id } = await ask({ ...byColleague, learners: 10 });
    expect(await state(id)).toBe('waiting-for-support');
    expect(its.mails()).toContain('lead-support-asked');
    await supports(id);
    expect(await open()).toHaveLength(10);
  });

  it('are not searched for by the word of somebody who is not confirmed as lead: the team is told why', async () => {
    const { its, ask, supports, open, state } = await service({ isLed: false });
    const { id } = await ask({ ...byColleague, learners: 10 });
    await supports(id);
    expect(await open()).toEqual([]);
    expect(await state(id)).toBe('waiting-for-support');
    expect((await its.requests.findPresent(id))?.support?.answer?.because).toBe('too-many-of-employer');
    expect(its.mails()).toContain('team-support-answered');
  });

  it('count together with those who are open: two and two are more than three', async () => {
    const { ask, state } = await service({ isLed: false });
    expect(await state((await ask({ ...byColleague, learners: 2 })).id)).toBe('open');
    expect(await state((await ask({ ...byColleague, learners: 2 })).id)).toBe('waiting-for-support');
  });
});

describe('the page of a learner for whom the employer asked with others', () => {
  it('shows all of them, and withdraws one or all who have no DPP', async () => {
    const { ask, act, page, open, state } = await service();
    const { id } = await ask({ ...group, learners: 3 });
    expect(await page(id)).toContain('All learners of your request');
    expect(await page(`${id}-learner-2`)).toContain('learner 2 of 3');
    await act(`${id}-learner-2`, 'withdraw');
    expect(await state(`${id}-learner-2`)).toBe('withdrawn');
    expect(await open()).toHaveLength(2);
    await act(id, 'withdraw-all');
    expect(await open()).toEqual([]);
  });

  it('erases all of them', async () => {
    const { ask, act, state } = await service();
    const { id } = await ask({ ...group, learners: 3 });
    await act(`${id}-learner-3`, 'erase');
    expect(await Promise.all([id, `${id}-learner-2`, `${id}-learner-3`].map(state))).toEqual([
      'erased',
      'erased',
      'erased',
    ]);
  });

  it('of a learner who was asked for alone has no such action', async () => {
    const { ask, act } = await service();
    const { id } = await ask({ ...group });
    expect((await act(id, 'withdraw-all')).status).toBe(404);
  });
});

it('gives five learners the five places of three DPPs, and tells the sixth that nobody is left', async () => {
  const practitioners = [1, 2, 2].map((placesOffered, index) =>
    aPractitioner({
      id: `dpp${index + 1}`,
      email: `dpp${index + 1}@dpp.example`,
      registrationNumber: `201234${index + 1}`,
      placesOffered,
      hoursPerWeek: 37,
    }),
  );
  const requests = requestsOfLearners({
    ...aRequest({
      learners: 6,
      requestedBy: 'employer',
      email: 'erin@learner.example',
      requesterName: 'Erin',
    }),
    state: 'open',
  });
  const stored = await scene({ practitioners, requests });
  await matchSeats(stored.deps)();
  const holders = stored.offers().map(({ practitionerId }) => practitionerId);
  expect(holders.toSorted()).toEqual(['dpp1', 'dpp2', 'dpp2', 'dpp3', 'dpp3']);
  expect(new Set(stored.offers().map(({ requestId }) => requestId)).size).toBe(5);
});
