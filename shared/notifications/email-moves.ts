import { type Email, emailFor } from './email.ts';
import { addHours, addMinutes, type Instant } from '../kernel/time.ts';

/** The moves of an outbox row as pure functions: the row as read and the time in, the row as it shall be out. */

/** Longer than any function runs: whoever took the row and is silent after that has died. */
const LEASE_MINUTES = 5;
/** Minutes to wait after the first failure; doubled each time, an hour at most. */
const FIRST_WAIT = 2;
const LONGEST_WAIT = 60;
/** With an hour between them that is three days of trying: after that a person has to look. */
const ATTEMPTS_AT_MOST = 75;

/** Whether a row may be sent at `now`, and if not, why not. */
export const readiness = (email: Email, now: Instant): 'now' | 'later' | 'busy' | 'done' => {
  switch (email.state) {
    case 'pending':
      return email.notBefore <= now ? 'now' : 'later';
    case 'leased':
      return (email.leasedUntil ?? '') <= now ? 'now' : 'busy';
    case 'sent':
    case 'suppressed':
    case 'not-needed':
    case 'failed':
      return 'done';
  }
};

const withoutLease = (email: Email): Email => {
  const { leasedUntil, ...rest } = email;
  return leasedUntil === undefined ? email : rest;
};

/** Taken by one sender. The row moves to the lease's end in the list of what waits, so that sweeps leave it alone. */
export const leased = (email: Email, now: Instant): Email => {
  const leasedUntil = addMinutes(now, LEASE_MINUTES);
  return { ...email, state: 'leased', leasedUntil, notBefore: leasedUntil, attempts: email.attempts + 1 };
};

/** Finished without being sent. */
export const settled = (email: Email, state: 'not-needed' | 'suppressed' | 'failed'): Email => ({
  ...withoutLease(email),
  state,
});

export const sent = (email: Email, at: Instant, messageId: string): Email => ({
  ...withoutLease(email),
  state: 'sent',
  sentAt: at,
  messageId,
});

/** SES was busy or did not answer: later again, each time later; at last given up. */
export const postponed = (email: Email, now: Instant): Email =>
  email.attempts >= ATTEMPTS_AT_MOST
    ? settled(email, 'failed')
    : {
        ...withoutLease(email),
        state: 'pending',
        notBefore: addMinutes(now, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, email.attempts - 1))),
      };

/** The hour's number is used up: at the start of the next one. */
export const inTheNextHour = (email: Email, now: Instant): Email => ({
  ...withoutLease(email),
  state: 'pending',
  notBefore: addHours(`${now.slice(0, 13)}:00:00.000Z`, 1),
});

/**
 * What tells the team that an address does not work, or undefined for the team's own mails: they would chase
 * themselves.
 */
export const bounceNotice = (email: Email, now: Instant): Email | undefined =>
  email.name.startsWith('team-')
    ? undefined
    : emailFor('team-address-bounced', email.id, { ...email.about, occasion: email.name }, now);
