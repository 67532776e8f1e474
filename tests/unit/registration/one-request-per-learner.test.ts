import { describe, expect, it } from 'vitest';
import { openRequests } from '../../../functions/store/open-requests.ts';
import { openRequest } from '../../../functions/programme/requests/open-request.ts';
import { refuseRequest } from '../../../functions/programme/requests/refuse-request.ts';
import { requestAnswers } from '../../support/journey/answers.ts';
import { registrationService, sent, sentJson, seen } from '../../support/registration-service.ts';

const YES = { decision: ['yes'] };
const DAY = 24 * 3_600_000;

/** A service in which people send requests and confirm them. */
const service = () => {
  const its = registrationService();
  let hours = 0;
  const ask = async (changes: Parameters<typeof requestAnswers>[0]) => {
    const before = new Set(its.ofKind('request').map(({ pk }) => pk));
    // The quota of e-mails of a day is not what these tests are about.
    if ((hours += 1) % 3 === 0) its.pass(DAY);
    expect(await sentJson(its.request.takeJson, requestAnswers(changes))).toMatchObject({ status: 202 });
    const row = its.ofKind('request').find(({ pk }) => !before.has(pk));
    const id = String(row?.pk).split('#')[1] ?? '';
    const token = await its.link({ kind: 'confirm', recipient: 'requester', requestId: id }, 9_000);
    const reply = await sent(its.confirm, { token }, YES);
    const opened = async () => (await its.requests.findPresent(id))?.state;
    return { id, token, reply, opened };
  };
  const team = {
    open: openRequest({ ...its, openRequests: openRequests(its.table, its.requests) }),
    refuse: refuseRequest(its),
  };
  const open = async () => (await its.requests.inState('open')).length;
  return { its, ask, team, open };
};

const byEmployer = {
  requestedBy: 'employer',
  requesterName: 'Erin Employer',
  email: 'erin@learner.example',
} as const;
const unnamed = { ...byEmployer, learnerName: undefined, registrationNumber: undefined };

describe('one open request for each learner', () => {
  it('is held by the number, whoever asks and from which address', async () => {
    const { ask, open } = service();
    const first = await ask({});
    const replies = [];
    for (let index = 0; index < 17; index += 1)
      replies.push((await ask({ email: `throw-away-${index}@elsewhere.example` })).reply);
    expect(await open()).toBe(1);
    expect(await first.opened()).toBe('open');
    for (const reply of replies) expect(reply).toEqual(first.reply);
  });

  it.each([
    [
      'a nurse who asks again as a midwife',
      { profession: 'nurse', learnerType: 'v300', registrationNumber: '01A2345N' },
      { profession: 'midwife', learnerType: 'v300', registrationNumber: '01a2345n' },
    ],
    ['a learner for whom the employer asks too', {}, { ...byEmployer, learnerName: 'Lee Learner' }],
    [
      'a trainee without a number who asks twice from one mailbox',
      { learnerType: 'foundation-pharmacist', registrationNumber: undefined },
      {
        learnerType: 'foundation-pharmacist',
        registrationNumber: undefined,
        email: 'LEE+again@learner.example',
      },
    ],
    [
      'a learner who leaves the number out the second time',
      {},
      { learnerType: 'foundation-pharmacist', registrationNumber: undefined },
    ],
    [
      'a learner who gives the number the second time',
      { learnerType: 'foundation-pharmacist', registrationNumber: undefined },
      {},
    ],
  ])('is not two for %s', async (_, one, other) => {
    const { ask, open } = service();
    await ask({ email: 'lee@learner.example', ...one });
    await ask({ email: 'lee@learner.example', ...other });
    expect(await open()).toBe(1);
  });

  it.each([
    ['two learners with numbers of their own who share a mailbox', {}, { registrationNumber: '2054322' }],
    [
      'the same digits of two regulators',
      { profession: 'optometrist', learnerType: 'optometrist', registrationNumber: '0120543' },
      { profession: 'pharmacist', registrationNumber: '2012054', email: 'p@learner.example' },
    ],
    [
      'two trainees without a number',
      { learnerType: 'foundation-pharmacist', registrationNumber: undefined },
      { learnerType: 'foundation-pharmacist', registrationNumber: undefined, email: 'nia@learner.example' },
    ],
  ])('is two for %s', async (_, one, other) => {
    const { ask, open } = service();
    await ask(one);
    await ask(other);
    expect(await open()).toBe(2);
  });

  it('may be asked for again after the first was withdrawn', async () => {
    const { its, ask, open } = service();
    const first = await ask({});
    const status = await its.link({ kind: 'status', recipient: 'requester', requestId: first.id });
    await sent(
      { show: its.status.showAction, take: its.status.takeAction },
      { token: status, action: 'withdraw' },
      YES,
    );
    expect(await first.opened()).toBe('withdrawn');
    const second = await ask({});
    expect(await second.opened()).toBe('open');
    expect(await open()).toBe(1);
  });
});

describe('a second request for a learner', () => {
  it('shows its requester nothing about the first, also when the link is opened again', async () => {
    const { its, ask } = service();
    const first = await ask({});
    const second = await ask({ email: 'stranger@elsewhere.example', requesterName: 'Sam Stranger' });
    expect(second.reply).toEqual(first.reply);
    expect((await seen(its.confirm, { token: second.token })).body).toBe(
      (await seen(its.confirm, { token: first.token })).body,
    );
    const status = await its.link({ kind: 'status', recipient: 'requester', requestId: second.id });
    const page = await its.status.show({
      ...(await import('../../support/http-event.ts')).anHttpRequest({ params: { token: status } }),
    });
    expect(page.body).toContain('The programme team has your request');
    expect(page.body).not.toContain('lee@learner.example');
  });

  it('is mailed to the owner of the first address, to its own requester and to the team, once a day', async () => {
    const { its, ask } = service();
    await ask({});
    await ask({ email: 'stranger@elsewhere.example' });
    await ask({ email: 'another@elsewhere.example' });
    const names = its.mails();
    const count = (name: string) => names.filter((one) => one === name).length;
    expect(count('requester-not-opened')).toBe(2);
    expect(count('requester-asked-again')).toBeLessThanOrEqual(2);
    expect(count('requester-asked-again')).toBeGreaterThan(0);
    expect(count('team-asked-twice')).toBeGreaterThan(0);
  });

  it('is mailed to its own requester only where both came from one mailbox', async () => {
    const { its, ask } = service();
    await ask({});
    await ask({ email: 'lee+second@learner.example' });
    expect(its.mails()).toContain('requester-asked-again');
    expect(its.mails()).not.toContain('team-asked-twice');
    expect(its.mails()).not.toContain('requester-not-opened');
  });

  it('opens when the team has refused the first one', async () => {
    const { ask, team, open } = service();
    const imposter = await ask({ email: 'stranger@learner.example' });
    const learner = await ask({});
    expect(await team.open(learner.id, 'Nina', 'the employer knows her')).toEqual({
      ok: false,
      refusal: 'learner-has-another-open-request',
    });
    expect(await team.refuse(imposter.id, 'Nina', 'not known to the employer')).toMatchObject({ ok: true });
    expect(await team.open(learner.id, 'Nina', 'the employer knows her')).toMatchObject({ ok: true });
    expect([await imposter.opened(), await learner.opened()]).toEqual(['refused', 'open']);
    expect(await open()).toBe(1);
  });

  it('is not opened by the team before its address is confirmed', async () => {
    const { its, team } = service();
    await sentJson(its.request.takeJson, requestAnswers());
    const id = String(its.ofKind('request')[0]?.pk).split('#')[1] ?? '';
    expect(await team.open(id, 'Nina', 'why')).toEqual({ ok: false, refusal: 'request-does-not-wait' });
  });
});

describe('learners without a number for whom an employer asks', () => {
  it('are three at most for one employer, whoever asks, and the page says how many', async () => {
    const { ask, open } = service();
    for (const who of ['a', 'b', 'c']) await ask({ ...unnamed, email: `${who}@learner.example` });
    const { reply } = await ask({ ...unnamed, email: 'd@learner.example' });
    expect(reply.status).toBe(409);
    expect(reply.body).toContain('3 open requests for learners without a registration number');
    expect(await open()).toBe(3);
  });

  it('do not keep a learner of that employer who has a number from asking', async () => {
    const { ask, open } = service();
    for (const who of ['a', 'b', 'c']) await ask({ ...unnamed, email: `${who}@learner.example` });
    await ask({});
    expect(await open()).toBe(4);
  });
});
