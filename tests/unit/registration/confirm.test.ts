import { describe, expect, it } from 'vitest';
import { recordCheck } from '../../../functions/programme/checks/record-check.ts';
import { registerAnswers, requestAnswers } from '../../support/journey/answers.ts';
import {
  type RegistrationService,
  registrationService,
  seen,
  sent,
  sentJson,
} from '../../support/registration-service.ts';

const idOf = (its: RegistrationService, kind: 'practitioner' | 'request', index = 0): string =>
  String(its.ofKind(kind)[index]?.['pk']).split('#')[1] ?? '';

const registered = async () => {
  const its = registrationService();
  await sentJson(its.register.takeJson, registerAnswers());
  const id = idOf(its, 'practitioner');
  const token = await its.link({ kind: 'confirm', recipient: 'practitioner', practitionerId: id });
  return { its, id, token };
};

const asked = async (changes = {}) => {
  const its = registrationService();
  await sentJson(its.request.takeJson, requestAnswers(changes));
  const id = idOf(its, 'request');
  const token = await its.link({ kind: 'confirm', recipient: 'requester', requestId: id });
  return { its, id, token };
};

const yes = { decision: ['yes'] };

describe('confirming the address of a registration', () => {
  it('changes nothing when the link is only opened', async () => {
    const { its, token } = await registered();
    const before = its.table.rows();
    const page = await seen(its.confirm, { token });
    expect(page.body).toContain('amara@dpp.example');
    expect(its.table.rows()).toEqual(before);
  });

  it('refuses a press of the button without a choice', async () => {
    const { its, id, token } = await registered();
    const page = await sent(its.confirm, { token }, {});
    expect(page.status).toBe(422);
    expect(page.body).toContain('Select whether you sent this');
    expect((await its.practitioners.find(id))?.state).toBe('unconfirmed');
  });

  it('awaits the check, writes to practitioner and team, stores the organisation and claims address and number', async () => {
    const { its, id, token } = await registered();
    expect((await sent(its.confirm, { token }, yes)).status).toBe(200);
    expect((await its.practitioners.find(id))?.state).toBe('awaiting-check');
    expect(its.mails()).toEqual([
      'practitioner-address-confirm',
      'practitioner-registration-received',
      'team-check-wanted',
    ]);
    expect(its.ofKind('unique')).toHaveLength(2);
    expect(await its.organisations.find('harbour-surgery-me7')).toMatchObject({ place: 'medway-swale' });
  });

  it('gives the same answer when it is confirmed again, and writes nothing more', async () => {
    const { its, token } = await registered();
    const first = await sent(its.confirm, { token }, yes);
    const rows = its.table.rows();
    expect(await sent(its.confirm, { token }, yes)).toEqual(first);
    expect(its.table.rows()).toEqual(rows);
  });

  it.each([
    ['lists people at a confirmed domain at once, marked as not yet checked', 'dpp.example', true, 'listed'],
    [
      'waits for the check at a confirmed domain that does not list at once',
      'dpp.example',
      false,
      'awaiting-check',
    ],
    ['waits for the check at another domain', 'other.example', true, 'awaiting-check'],
  ])('%s', async (_, domain, listsAtOnce, state) => {
    const { its, id, token } = await registered();
    await its.table.commit([
      its.trust.saveDomain({
        organisationId: 'harbour-surgery-me7',
        domain,
        listsAtOnce,
        by: 'Nina',
        at: its.clock.now(),
        note: 'on its website',
      }),
    ]);
    await sent(its.confirm, { token }, yes);
    expect(await its.practitioners.find(id)).toMatchObject({ state, provisional: state === 'listed' });
  });

  it('waits for the check if the domain is confirmed for another organisation', async () => {
    const { its, id, token } = await registered();
    await its.table.commit([
      its.trust.saveDomain({
        organisationId: 'harbour-surgery-ct14',
        domain: 'dpp.example',
        listsAtOnce: true,
        by: 'Nina',
        at: its.clock.now(),
        note: 'on its website',
      }),
    ]);
    await sent(its.confirm, { token }, yes);
    expect(await its.practitioners.find(id)).toMatchObject({ state: 'awaiting-check' });
  });

  it('takes a second registration of one number as a claim: the answer tells nothing, the team gets both', async () => {
    const { its, id, token } = await registered();
    await sentJson(its.register.takeJson, registerAnswers({ email: 'other@dpp.example' }));
    const second = idOf(its, 'practitioner', 1);
    const other = await its.link({ kind: 'confirm', recipient: 'practitioner', practitionerId: second });
    const first = await sent(its.confirm, { token }, yes);
    const reply = await sent(its.confirm, { token: other }, yes);
    expect([reply.status, reply.body]).toEqual([first.status, first.body]);
    expect(await its.practitioners.find(second)).toMatchObject({
      state: 'awaiting-check',
      claimsNumberOf: id,
    });
    expect(await its.practitioners.find(id)).toMatchObject({ state: 'awaiting-check' });
    const claimed = its.mails().filter((name) => name === 'team-number-claimed');
    expect(claimed).toHaveLength(1);
    expect(await recordCheck(its)(second, 'Nina', 'annotated', 'known')).toEqual({
      ok: false,
      refusal: 'number-claimed-twice',
    });
    expect(await recordCheck(its)(id, 'Nina', 'annotated', 'known')).toMatchObject({ ok: true });
    expect(await sent(its.confirm, { token: other }, yes)).toEqual(reply);
  });

  it('deletes a registration that somebody else sent with the address', async () => {
    const { its, id, token } = await registered();
    await sent(its.confirm, { token }, { decision: ['no'] });
    expect(await its.practitioners.find(id)).toMatchObject({ state: 'erased', name: 'erased' });
    expect(JSON.stringify(its.table.rows())).not.toContain('Amara');
  });

  it('is listed once the team has recorded its check, which falls due after 12 months', async () => {
    const { its, id, token } = await registered();
    await sent(its.confirm, { token }, yes);
    const check = recordCheck(its);
    await check(id, 'Nina', 'annotated, no conditions', 'known to the team');
    await check(id, 'Nina', 'annotated, no conditions', 'known to the team');
    expect(await its.practitioners.find(id)).toMatchObject({
      state: 'listed',
      check: { by: 'Nina', seen: 'annotated, no conditions', dueOn: '2027-11-21' },
    });
    expect(its.mails().filter((name) => name === 'practitioner-checked-and-listed')).toHaveLength(1);
  });
});

describe('confirming the address of a request', () => {
  it('opens the request with its seats and starts the search', async () => {
    const { its, id, token } = await asked();
    await sent(its.confirm, { token }, yes);
    const request = await its.requests.find(id);
    expect(request).toMatchObject({ state: 'open', seats: [{ role: 'dpp', hours: 90, state: 'vacant' }] });
    expect(its.mails()).toEqual([
      'lead-named',
      'requester-address-confirm',
      'requester-request-open',
      'team-lead-named',
    ]);
  });

  it('reports a declared conflict to the team', async () => {
    const { its, token } = await asked({ conflicts: [{ name: 'Amara Example', kinds: ['line-manager'] }] });
    await sent(its.confirm, { token }, yes);
    expect(its.mails()).toContain('team-conflict-declared');
  });

  it('refuses a fourth request of one address that proves nothing, for whichever learners', async () => {
    const its = registrationService();
    const statuses = [];
    for (let index = 0; index < 4; index += 1) {
      const answers = requestAnswers({
        requestedBy: 'employer',
        email: 'erin@elsewhere.example',
        learnerName: `Learner ${index}`,
        registrationNumber: String(2_054_321 + index),
      });
      const reply = await sentJson(its.request.takeJson, answers);
      if (reply.status === 429) its.pass(24 * 3_600_000);
      if (reply.status === 429) await sentJson(its.request.takeJson, answers);
      const id = idOf(its, 'request', its.ofKind('request').length - 1);
      const token = await its.link({ kind: 'confirm', recipient: 'requester', requestId: id });
      statuses.push((await sent(its.confirm, { token }, yes)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 409]);
  });
});

describe('a link that no longer works', () => {
  it('gives the same answer whether it is unknown, of another kind or expired', async () => {
    const { its, id } = await registered();
    const over = await its.link({ kind: 'confirm', recipient: 'practitioner', practitionerId: id }, -1);
    const other = await its.link({ kind: 'manage', recipient: 'practitioner', practitionerId: id });
    const unknown = 'x'.repeat(43);
    const bodies = await Promise.all(
      [over, other, unknown].map(async (token) => {
        const reply = await seen(its.confirm, { token });
        return [reply.status, reply.body.replaceAll(token, '')];
      }),
    );
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]?.[0]).toBe(410);
  });

  it('sends a new one to the address of the first, and answers the same for a link that never existed', async () => {
    const { its, id } = await registered();
    const over = await its.link({ kind: 'confirm', recipient: 'practitioner', practitionerId: id }, -1);
    const known = await sent(its.confirm, { token: over }, { renew: ['yes'] });
    const unknown = await sent(its.confirm, { token: 'x'.repeat(43) }, { renew: ['yes'] });
    expect(known).toEqual(unknown);
    expect(its.mails()).toEqual(['practitioner-address-confirm', 'practitioner-address-confirm']);
  });

  it('is renewed three times a day, and nobody else can use that up', async () => {
    const { its, id } = await registered();
    const link = { kind: 'confirm', recipient: 'practitioner', practitionerId: id } as const;
    const over = await its.link(link, -1);
    // A stranger registers with the same address until its quota is used up.
    for (let time = 0; time < 4; time += 1) await sentJson(its.register.takeJson, registerAnswers());
    const before = its.mails().length;
    for (let time = 0; time < 5; time += 1) await sent(its.confirm, { token: over }, { renew: ['yes'] });
    expect(its.mails()).toHaveLength(before + 3);
    const another = await its.link(link, -1);
    await sent(its.confirm, { token: another }, { renew: ['yes'] });
    expect(its.mails()).toHaveLength(before + 4);
  });
});
