import { describe, expect, it } from 'vitest';
import { emailFor } from '../../../shared/notifications/email.ts';
import { addMinutes } from '../../../shared/kernel/time.ts';
import { erasedRequest } from '../../../shared/privacy/erase-request.ts';
import { aMatch, anOffer, aPractitioner, aRequest, NOW } from '../../support/builders.ts';
import { anOutbox } from '../../support/outbox.ts';

const made = emailFor(
  'practitioner-offer-made',
  'offer1',
  { offerId: 'offer1', practitionerId: 'dpp1', requestId: 'req1', seatId: 'seat1' },
  NOW,
);
const asked = { expiresAt: '2026-11-27T09:15:00.000Z', version: 0 } as const;

const anOfferToTell = async (options: Parameters<typeof anOutbox>[0] = {}) => {
  const outbox = anOutbox(options);
  await outbox.given(
    outbox.practitioners.save(aPractitioner({ version: 0 })),
    outbox.requests.save(aRequest({ version: 0 })),
    outbox.offers.save(anOffer(asked)),
    outbox.emails.save(made),
  );
  return outbox;
};

describe('a message in the outbox', () => {
  it('reaches its recipient with a link that is in the table only as a hash', async () => {
    const { send, mailer, emails, tokenRows } = await anOfferToTell();
    expect(await send(made.id)).toBe('sent');
    const [mail] = mailer.handedOver;
    expect(mail).toMatchObject({
      to: 'amara@dpp.example',
      emailId: made.id,
      replyTo: 'team@dpp-match.example',
    });
    expect(mail?.text).toContain('/offers/token1');
    expect(mail?.unsubscribeUrl).toBeUndefined();
    expect(tokenRows()).toHaveLength(1);
    expect(tokenRows()[0]).toMatchObject({
      link: {
        kind: 'offer',
        recipient: 'practitioner',
        offerId: 'offer1',
        expiresAt: '2027-01-20T09:00:00.000Z',
      },
    });
    expect(await emails.find(made.id)).toMatchObject({ state: 'sent', messageId: 'ses-1', attempts: 1 });
  });

  it('takes four reads and two commits', async () => {
    const calls: string[] = [];
    const { send } = await anOfferToTell({
      over: (table) => ({
        ...table,
        get: (keys) => {
          calls.push('get');
          return table.get(keys);
        },
        commit: (changes, key) => {
          calls.push('commit');
          return table.commit(changes, key);
        },
      }),
    });
    await send(made.id);
    expect(calls).toEqual(['get', 'get', 'get', 'get', 'commit', 'commit']);
  });

  it('is sent once, however often the sender runs', async () => {
    const { send, mailer } = await anOfferToTell();
    expect(await Promise.all([send(made.id), send(made.id), send(made.id)])).toContain('sent');
    expect(await send(made.id)).toBe('done');
    expect(mailer.handedOver).toHaveLength(1);
  });

  it('leaves the list of pending messages when it is sent', async () => {
    const { send, emails } = await anOfferToTell();
    expect(await emails.waiting(NOW, 10)).toHaveLength(1);
    await send(made.id);
    expect(await emails.waiting('2027-01-01T00:00:00.000Z', 10)).toHaveLength(0);
  });

  it('is not sent when its cause no longer holds', async () => {
    const { send, mailer, emails, offers, given } = await anOfferToTell();
    await given(offers.save(anOffer({ ...asked, version: 1, state: 'withdrawn' })));
    expect(await send(made.id)).toBe('not-needed');
    expect(mailer.handedOver).toHaveLength(0);
    expect(await emails.find(made.id)).toMatchObject({ state: 'not-needed' });
  });

  it('is not sent when the person it is about has been erased', async () => {
    const outbox = anOutbox();
    await outbox.given(outbox.emails.save(made));
    expect(await outbox.send(made.id)).toBe('not-needed');
  });

  it.each([
    ['practitioner-offer-withdrawn', 'No answer needed: an offer was withdrawn'],
    ['practitioner-match-ended', 'Your place is free: the match with a learner has ended'],
  ] as const)('%s reaches the DPP although the request has been erased', async (name, subject) => {
    const outbox = anOutbox();
    const ended = aMatch({ state: 'ended-early', endReason: 'withdrawn', version: 0 });
    const about = { practitionerId: 'dpp1', requestId: 'req1', offerId: 'offer1', matchId: 'match1' };
    const row = emailFor(name, 'erased', about, NOW);
    await outbox.given(
      outbox.practitioners.save(aPractitioner({ version: 0 })),
      outbox.requests.save(erasedRequest(aRequest({ version: 0 }), NOW)),
      outbox.offers.save(anOffer({ state: 'withdrawn', version: 0 })),
      outbox.matches.save(ended),
      outbox.emails.save(row),
    );
    expect(await outbox.send(row.id)).toBe('sent');
    const [mail] = outbox.mailer.handedOver;
    expect(mail).toMatchObject({ to: 'amara@dpp.example', subject });
    expect(mail?.text).not.toContain('erased');
  });

  it.each(['practitioner-feedback-asked', 'requester-request-withdrawn', 'requester-status-link'] as const)(
    '%s is not sent when the request has been erased',
    async (name) => {
      const outbox = anOutbox();
      const row = emailFor(
        name,
        'erased',
        { practitionerId: 'dpp1', requestId: 'req1', matchId: 'match1' },
        NOW,
      );
      await outbox.given(
        outbox.practitioners.save(aPractitioner({ version: 0 })),
        outbox.requests.save(erasedRequest(aRequest({ version: 0 }), NOW)),
        outbox.matches.save(aMatch({ state: 'completed', version: 0 })),
        outbox.emails.save(row),
      );
      expect(await outbox.send(row.id)).toBe('not-needed');
    },
  );

  it('is not sent to an address that bounced', async () => {
    const { send, suppressed, mailer, emails, tokenRows } = await anOfferToTell();
    suppressed.set('amara@dpp.example', 'everything');
    expect(await send(made.id)).toBe('suppressed');
    expect(mailer.handedOver).toHaveLength(0);
    expect(tokenRows()).toHaveLength(0);
    expect(await emails.find(made.id)).toMatchObject({ state: 'suppressed' });
  });

  it('is sent after an unsubscribe from nudges, because an offer is not a nudge', async () => {
    const { send, suppressed } = await anOfferToTell();
    suppressed.set('amara@dpp.example', 'nudges');
    expect(await send(made.id)).toBe('sent');
  });

  it('waits for its due time', async () => {
    const outbox = anOutbox();
    const later = emailFor('team-reconcile-alarm', 'x', {}, NOW, addMinutes(NOW, 10));
    await outbox.given(outbox.emails.save(later));
    expect(await outbox.send(later.id)).toBe('later');
    outbox.waitMinutes(10);
    expect(await outbox.send(later.id)).toBe('sent');
  });
});

describe('when the mail system', () => {
  it('is busy, the message is retried after growing pauses', async () => {
    const { send, mailer, emails, waitMinutes } = await anOfferToTell();
    mailer.answers('throw');
    expect(await send(made.id)).toBe('later');
    expect(await emails.find(made.id)).toMatchObject({ state: 'pending', notBefore: addMinutes(NOW, 2) });
    waitMinutes(1);
    expect(await send(made.id)).toBe('later');
    waitMinutes(1);
    expect(await send(made.id)).toBe('later');
    expect(await emails.find(made.id)).toMatchObject({ attempts: 2, notBefore: addMinutes(NOW, 6) });
    mailer.answers('accept');
    waitMinutes(4);
    expect(await send(made.id)).toBe('sent');
    expect(mailer.handedOver).toHaveLength(1);
  });

  it('is down for days, the message fails and a person has to act', async () => {
    const { send, mailer, emails, given, waitMinutes } = anOutbox();
    const patient = emailFor('team-reconcile-alarm', 'x', {}, NOW);
    await given(emails.save(patient));
    mailer.answers('throw');
    for (let hours = 0; hours < 80; hours += 1) {
      await send(patient.id);
      waitMinutes(60);
    }
    expect(await emails.find(patient.id)).toMatchObject({ state: 'failed', attempts: 75 });
  });

  it('does not know the sender yet, the message waits for as long as that takes, and the log says so', async () => {
    const { send, mailer, emails, log, waitMinutes } = await anOfferToTell();
    mailer.answers('not-verified');
    for (let hours = 0; hours < 100; hours += 1) {
      expect(await send(made.id)).toBe('later');
      waitMinutes(60);
    }
    expect(await emails.find(made.id)).toMatchObject({ state: 'pending', attempts: 0 });
    expect(log).toContain('sender-not-verified');
    mailer.answers('accept');
    expect(await send(made.id)).toBe('sent');
  });

  it('rejects the message, it fails and the team is told once', async () => {
    const { send, mailer, emails } = await anOfferToTell();
    mailer.answers('refuse');
    expect(await send(made.id)).toBe('failed');
    expect(await emails.find(made.id)).toMatchObject({ state: 'failed' });
    const notice = await emails.find(`team-address-bounced.${made.id}`);
    expect(notice).toMatchObject({ state: 'pending', about: { offerId: 'offer1' } });
    mailer.answers('accept');
    expect(await send(notice!.id)).toBe('sent');
    expect(mailer.handedOver[0]).toMatchObject({ to: 'team@dpp-match.example' });
  });

  it('rejects a message to the team, no message about it is sent to the team', async () => {
    const outbox = anOutbox();
    const own = emailFor('team-reconcile-alarm', 'x', {}, NOW);
    await outbox.given(outbox.emails.save(own));
    outbox.mailer.answers('refuse');
    expect(await outbox.send(own.id)).toBe('failed');
    expect(outbox.memory.rows()).toHaveLength(2);
  });

  it('has used up its hourly limit, the rest waits for the next hour', async () => {
    const { send, emails, given, mailer, at } = await anOfferToTell({ anHour: 1 });
    const second = emailFor('team-reconcile-alarm', 'x', {}, NOW);
    await given(emails.save(second));
    expect(await send(made.id)).toBe('sent');
    expect(await send(second.id)).toBe('held-back');
    expect(await emails.find(second.id)).toMatchObject({
      state: 'pending',
      attempts: 0,
      notBefore: '2026-11-21T10:00:00.000Z',
    });
    at('2026-11-21T10:00:00.000Z');
    expect(await send(second.id)).toBe('sent');
    expect(mailer.handedOver).toHaveLength(2);
  });

  it('is switched off with the limit 0, nothing is sent and nothing is lost', async () => {
    const { send, emails, mailer } = await anOfferToTell({ anHour: 0 });
    expect(await send(made.id)).toBe('held-back');
    expect(mailer.handedOver).toHaveLength(0);
    expect(await emails.find(made.id)).toMatchObject({ state: 'pending' });
  });
});

describe('a sender that crashes', () => {
  /** Makes the sender crash at its second commit, which would record the first attempt to send the e-mail. */
  const dying = () =>
    anOfferToTell({
      over: (table) => {
        let commits = 0;
        return {
          ...table,
          commit: (changes, key) => {
            commits += 1;
            return commits === 2 ? Promise.reject(new Error('died')) : table.commit(changes, key);
          },
        };
      },
    });

  it('blocks its message until the lease expires', async () => {
    const { send, emails, mailer, waitMinutes } = await dying();
    mailer.answers('throw');
    await expect(send(made.id)).rejects.toThrow('died');
    expect(await send(made.id)).toBe('busy');
    expect(await emails.waiting(addMinutes(NOW, 4), 10)).toHaveLength(0);
    expect(await emails.waiting(addMinutes(NOW, 5), 10)).toHaveLength(1);
    mailer.answers('accept');
    waitMinutes(5);
    expect(await send(made.id)).toBe('sent');
    expect(mailer.handedOver).toHaveLength(1);
  });

  it('between hand-over and commit is the only cause of a duplicate', async () => {
    const { send, mailer, waitMinutes } = await dying();
    await expect(send(made.id)).rejects.toThrow('died');
    waitMinutes(5);
    expect(await send(made.id)).toBe('sent');
    expect(mailer.handedOver.map(({ emailId }) => emailId)).toEqual([made.id, made.id]);
  });
});
