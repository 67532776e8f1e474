import {
  classOfEmail,
  type Email,
  emailFor,
  type EmailIn,
  emailMachine,
  isWaiting,
  type WaitingEmail,
} from './email.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { addHours, addMinutes, type Instant } from '../kernel/time.ts';

/** Length of a lease in minutes: longer than any function runs. */
const LEASE_MINUTES = 5;
/** Minutes to wait after the first failure; doubled after each further failure. */
const FIRST_WAIT = 2;
/** Longest wait between two attempts, in minutes. */
const LONGEST_WAIT = 60;
/** Number of attempts before a message is given up, which takes about three days. */
const ATTEMPTS_AT_MOST = 75;

/** The row if it can be sent at `now`; otherwise the reason why not. `busy`: another sender has leased it. */
export const sendable = (email: Email, now: Instant): Result<WaitingEmail, 'later' | 'busy' | 'done'> => {
  if (!isWaiting(email)) return refused('done');
  if (email.state === 'pending') return email.notBefore <= now ? accepted(email) : refused('later');
  return email.leasedUntil <= now ? accepted(email) : refused('busy');
};

/** Removes the fields of a lease from a row. The caller sets the row's new state. */
const withoutLease = (email: Exclude<Email, EmailIn<'sent' | 'failed'>>) => {
  if (email.state !== 'leased') return email;
  const { leasedUntil, ...rest } = email;
  return rest;
};

/** Leases a row to one sender. `notBefore` becomes the end of the lease, so that sweeps leave the row alone. */
export const leasedEmail = (email: WaitingEmail, now: Instant): EmailIn<'leased'> => {
  const leasedUntil = addMinutes(now, LEASE_MINUTES);
  return {
    ...email,
    state: emailMachine[email.state].lease,
    leasedUntil,
    notBefore: leasedUntil,
    attempts: email.attempts + 1,
  };
};

/** Marks a row as not needed, because its cause no longer applies. */
export const droppedEmail = (email: WaitingEmail): EmailIn<'not-needed'> => ({
  ...withoutLease(email),
  state: emailMachine[email.state].drop,
});

/** Marks a row as suppressed, because nothing may be sent to its address. */
export const suppressedEmail = (email: WaitingEmail): EmailIn<'suppressed'> => ({
  ...withoutLease(email),
  state: emailMachine[email.state].suppress,
});

/** Marks a row as failed, because SES refused it or it was tried too often. */
export const failedEmail = (email: WaitingEmail): EmailIn<'failed'> => ({
  ...withoutLease(email),
  state: emailMachine[email.state].fail,
});

/** Records that SES accepted the message, according to its reply or to a delivery event. */
export const sentEmail = (
  email: Exclude<Email, EmailIn<'sent' | 'failed'>>,
  at: Instant,
  messageId: string,
): EmailIn<'sent'> => ({
  ...withoutLease(email),
  state: emailMachine[email.state].send,
  sentAt: at,
  messageId,
});

/** Records that SES rejected a message after accepting it. */
export const rejectedEmail = (email: EmailIn<'sent'>): EmailIn<'failed'> => ({
  ...email,
  state: emailMachine.sent.fail,
});

/**
 * Postpones a row after a temporary failure, for longer after each further failure. Gives the row up after
 * `ATTEMPTS_AT_MOST`.
 */
export const postponedEmail = (email: WaitingEmail, now: Instant): EmailIn<'pending' | 'failed'> =>
  email.attempts >= ATTEMPTS_AT_MOST
    ? failedEmail(email)
    : {
        ...withoutLease(email),
        state: emailMachine[email.state].postpone,
        notBefore: addMinutes(now, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, email.attempts - 1))),
      };

/**
 * Postpones a row by an hour without counting the attempt, because it cannot be sent until somebody has changed the
 * settings of the mail system.
 */
export const waitingForSettings = (email: EmailIn<'leased'>, now: Instant): EmailIn<'pending'> => ({
  ...withoutLease(email),
  state: emailMachine.leased.postpone,
  notBefore: addMinutes(now, LONGEST_WAIT),
  attempts: email.attempts - 1,
});

/** Postpones a row to the start of the next hour, because this hour's limit on messages is reached. */
export const nextHourEmail = (email: EmailIn<'pending'>, now: Instant): EmailIn<'pending'> => ({
  ...email,
  notBefore: addHours(`${now.slice(0, 13)}:00:00.000Z`, 1),
});

/**
 * The e-mail that tells the team about an address to which nothing can be sent; undefined for the team's own e-mails, and
 * for addresses that nobody has confirmed: anybody can type one.
 */
export const bounceNotice = (email: Email, now: Instant): EmailIn<'pending'> | undefined =>
  email.name.startsWith('team-') || classOfEmail[email.name] === 'unconfirmed'
    ? undefined
    : emailFor('team-address-bounced', email.id, email.about, now);
