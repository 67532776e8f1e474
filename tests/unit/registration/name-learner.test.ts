import { describe, expect, it } from 'vitest';
import { openRequests } from '../../../functions/store/open-requests.ts';
import { aMatch, aPractitioner, aRequest } from '../../support/builders.ts';
import { registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';

const {
  learnerName: _name,
  registrationNumber: _number,
  ...unnamed
} = aRequest({
  requestedBy: 'employer',
  requesterName: 'Erin Employer',
  email: 'erin@learner.example',
});
const named = { learnerName: 'Lee Learner', registrationNumber: '2054321' };

/** A service with an employer's request for a learner whom nobody has named, and the page on which to name them. */
const service = async (changes: Partial<SupervisionRequest> = {}) => {
  const its = registrationService();
  const asked: SupervisionRequest = { ...unnamed, ...changes };
  await its.given({ requests: [asked] });
  const token = await its.link({ kind: 'status', recipient: 'requester', requestId: asked.id });
  const params = { token, action: 'name-learner' };
  const pages = { show: its.naming.showAction, take: its.naming.takeAction };
  return {
    its,
    page: () => seen(pages, params),
    name: (form: Readonly<Record<string, string>>) =>
      sent(pages, params, Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value]]))),
    json: (body: object) => sentJson(pages.take, body, params),
    stored: () => its.requests.findPresent(asked.id),
    status: async () => (await seen(its.status, { token })).body,
  };
};

describe('the learner of an employer’s request', () => {
  it('is named on the page of the request, which keeps its seats and its place', async () => {
    const { its, page, name, stored, status } = await service();
    expect(await status()).toContain('Say who the learner is');
    expect((await page()).body).toContain('keeps its place in the queue');
    const before = await stored();
    expect((await name(named)).status).toBe(303);
    expect(await stored()).toEqual({
      ...before,
      ...named,
      version: (before?.version ?? 0) + 1,
      updatedAt: its.clock.now(),
    });
    expect(await status()).not.toContain('Say who the learner is');
    expect(its.ofKind('audit').map((row) => row['action'])).toContain('learner-named');
  });

  it('is named in JSON too, with a number as people write it', async () => {
    const { json, stored } = await service();
    expect(await json({ ...named, registrationNumber: 'GPhC 205 4321' })).toMatchObject({ status: 200 });
    expect(await stored()).toMatchObject(named);
  });

  it.each([
    ['no name', { registrationNumber: '2054321' }, 'learnerName'],
    ['no number', { learnerName: 'Lee Learner' }, 'registrationNumber'],
    ['a number of another register', { ...named, registrationNumber: '12' }, 'registrationNumber'],
  ])('is not named with %s', async (_, answers, field) => {
    const { its, json, stored } = await service();
    const before = await stored();
    const reply = await json(answers);
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(`"${field}"`);
    expect(await stored()).toEqual(before);
    expect(its.mails()).toEqual([]);
  });

  it('may lack a number as a foundation trainee', async () => {
    const { name, stored } = await service({ learnerType: 'foundation-pharmacist' });
    expect((await name({ learnerName: 'Lee Learner' })).status).toBe(303);
    expect((await stored())?.learnerName).toBe('Lee Learner');
  });

  it('is not somebody who has another request', async () => {
    const { its, name, stored } = await service();
    const other = aRequest({ id: 'other', email: 'lee@learner.example', ...named });
    await its.given({ requests: [other] });
    await its.table.commit(await openRequests(its.table, its.requests).countAlso(other));
    const reply = await name(named);
    expect(reply.status).toBe(409);
    expect((await stored())?.learnerName).toBeUndefined();
  });

  it('is named once: pressing again changes nothing', async () => {
    const { name, stored } = await service();
    await name(named);
    const after = await stored();
    expect((await name({ ...named, learnerName: 'Somebody Else' })).status).toBe(303);
    expect(await stored()).toEqual(after);
  });

  it.each(['withdrawn', 'lapsed', 'refused', 'completed'] as const)(
    'is not named once the request is %s',
    async (state) => {
      const { name, stored } = await service({ state });
      expect((await name(named)).status).toBe(303);
      expect((await stored())?.learnerName).toBeUndefined();
    },
  );

  it('is told to the DPP who has agreed', async () => {
    const match = aMatch();
    const { its, page, name } = await service({
      id: match.requestId,
      state: 'matched',
      seats: [
        {
          id: match.seatId,
          role: 'dpp',
          hours: 90,
          state: 'filled',
          tried: [],
          offerId: match.offerId,
          practitionerId: match.practitionerId,
          matchId: match.id,
        },
      ],
    });
    await its.given({ matches: [match], practitioners: [aPractitioner({ id: match.practitionerId })] });
    expect((await page()).body).toContain('The DPP who has agreed gets an email');
    await name(named);
    expect(its.mails()).toEqual(['practitioner-learner-named']);
  });
});
