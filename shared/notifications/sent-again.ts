import { type Email, emailFor, type EmailIn } from './email.ts';
import { addHours, type Instant } from '../kernel/time.ts';

/**
 * Hours after which an e-mail is sent again, after it came back the first time, the second time, and so on. The mail
 * system itself has tried for hours before it gives an e-mail back.
 */
const HOURS_TO_WAIT = [1, 3, 6, 12, 24, 24];

const AGAIN = /^again-(\d+)$/u;

/** Whether an e-mail repeats one that came back. */
export const isAgain = ({ about }: Email): boolean => AGAIN.test(about.occasion ?? '');

/**
 * Creates the row that sends an e-mail once more, later than before.
 * @param cause see `emailFor`
 * @returns undefined after the last attempt, or if it would be sent at `until` or later
 */
export const sentAgain = (
  email: Email,
  cause: string,
  at: Instant,
  until: Instant,
): EmailIn<'pending'> | undefined => {
  const before = Number(AGAIN.exec(email.about.occasion ?? '')?.[1] ?? 0);
  const hours = HOURS_TO_WAIT[before];
  if (hours === undefined || addHours(at, hours) >= until) return undefined;
  const occasion = `again-${before + 1}`;
  return emailFor(email.name, `${cause}.${occasion}`, { ...email.about, occasion }, at, addHours(at, hours));
};
