import { describe, expect, it } from 'vitest';
import { emailFor } from '../../../shared/notifications/email.ts';
import {
  droppedEmail,
  failedEmail,
  leasedEmail,
  postponedEmail,
  sendable,
  sentEmail,
  suppressedEmail,
} from '../../../shared/notifications/email-moves.ts';
import { addMinutes } from '../../../shared/kernel/time.ts';
import { NOW } from '../../support/builders.ts';

const pending = emailFor('team-nobody-left', 'req1', {}, NOW);
const leased = leasedEmail(pending, NOW);

describe('a leased e-mail', () => {
  it.each([
    ['sent', () => sentEmail(leased, NOW, 'ses-1')],
    ['dropped', () => droppedEmail(leased)],
    ['suppressed', () => suppressedEmail(leased)],
    ['failed', () => failedEmail(leased)],
    ['postponed', () => postponedEmail(leased, NOW)],
  ])('has no lease once it is %s, and keeps its attempts', (_, move) => {
    const email = move();
    expect(email).not.toHaveProperty('leasedUntil');
    expect(email).toMatchObject({ id: pending.id, about: pending.about, attempts: 1 });
  });

  it('can be sent by another sender when the lease of five minutes has expired, not before', () => {
    const end = addMinutes(NOW, 5);
    expect(sendable(leased, addMinutes(NOW, 4))).toEqual({ ok: false, refusal: 'busy' });
    expect(sendable(leased, end)).toEqual({ ok: true, value: leased });
    expect(leased).toMatchObject({ leasedUntil: end, notBefore: end });
  });
});

describe('a pending e-mail', () => {
  it('keeps everything but its state when it is settled without a lease', () => {
    expect(droppedEmail(pending)).toEqual({ ...pending, state: 'not-needed' });
    expect(sentEmail(pending, NOW, 'ses-1')).toEqual({
      ...pending,
      state: 'sent',
      sentAt: NOW,
      messageId: 'ses-1',
    });
  });
});
