import type { Email } from '../../../shared/notifications/email.ts';
import { classOfEmail } from '../../../shared/notifications/email.ts';
import { epochOf, type Instant } from '../../../shared/kernel/time.ts';
import { counterRows } from '../../store/table/rows/counter-rows.ts';
import { keys } from '../../store/table/keys.ts';
import type { Change, Key, Table } from '../../store/table/table.ts';
import type { Limit } from '../../store/unit-of-work.ts';
import { sharesOf } from '../../../shared/notifications/mail-shares.ts';

/** Counters that the commit of one e-mail raises, and whether the alarm at half the budget is due. */
export interface Counted {
  readonly changes: readonly Change[];
  readonly limits: readonly Limit<'hour-is-full'>[];
  /** Whether this e-mail is the first of the hour with which half of the budget is used. */
  readonly isHalf: boolean;
  /**
   * Whether the hour has no room for this e-mail. Counters of an hour only grow, so that a commit would fail: the sender
   * need not prepare the e-mail.
   */
  readonly isFull: boolean;
}

const DAYS_KEPT = 2;

const countersOf = (now: Instant, network: string) => {
  const hour = now.slice(0, 13);
  return {
    all: keys.counter(`emails#${hour}`),
    half: keys.counter(`emails#${hour}#half`),
    notAnswers: keys.counter(`emails#${hour}#not-answers`),
    unconfirmed: keys.counter(`emails#${hour}#unconfirmed`),
    again: keys.counter(`emails#${hour}#unconfirmed-again`),
    network: keys.counter(`emails#${hour}#network#${network}`),
  };
};

/**
 * Counts e-mails by hour for the whole deployment. The limits are exact, because each e-mail is counted in the commit
 * that leases it. Answers may use the whole hour. The other classes have shares of it (`sharesOf`), and the first
 * e-mail that a network causes in the hour is preferred to its further ones.
 * @param anHour maximum number of e-mails in an hour; 0 holds all back
 * @returns a function from an e-mail to what its commit has to contain
 */
export const mailBudget = (table: Pick<Table, 'get'>, anHour: number) => {
  const shares = sharesOf(anHour);
  return async (email: Email, now: Instant): Promise<Counted> => {
    const counters = countersOf(now, email.network ?? 'unknown');
    const ofClass = classOfEmail[email.name];
    const { unconfirmed, again, network, ...ofAll } = counters;
    const asked = [
      ...Object.values(ofAll),
      ...(ofClass === 'unconfirmed' ? [unconfirmed, again, network] : []),
    ];
    const counts = new Map((await table.get(asked)).map((row) => [row.pk, counterRows.parse(row).count]));
    const usedOf = ({ pk }: Key): number => counts.get(pk) ?? 0;
    const sweepAt = Math.floor(epochOf(now) / 1000) + DAYS_KEPT * 86_400;
    const count = (key: Key, atMost: number): Change => ({ do: 'count', key, by: 1, atMost, sweepAt });
    const isFirst = usedOf(counters.network) === 0;
    const isHalf = usedOf(counters.half) === 0 && (usedOf(counters.all) + 1) * 2 >= anHour;
    const limited: readonly (readonly [Key, number])[] = [
      [counters.all, anHour],
      ...(ofClass === 'answer' ? [] : [[counters.notAnswers, shares.notAnswers] as const]),
      ...(ofClass === 'unconfirmed' ? [[counters.unconfirmed, shares.unconfirmed] as const] : []),
      ...(ofClass === 'unconfirmed' && !isFirst ? [[counters.again, shares.again] as const] : []),
    ];
    return {
      // If another commit was faster, the e-mail is counted again from fresh counters.
      changes: [
        ...(ofClass === 'unconfirmed' ? [count(counters.network, isFirst ? 1 : anHour)] : []),
        ...(isHalf ? [count(counters.half, 1)] : []),
      ],
      limits: limited.map(([key, atMost]) => ({ change: count(key, atMost), refusal: 'hour-is-full' })),
      isHalf,
      isFull: limited.some(([key, atMost]) => usedOf(key) >= atMost),
    };
  };
};
