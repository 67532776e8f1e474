/** Percentage of an hour's e-mails that everything except answers may use, so that half is always left for answers. */
const NOT_ANSWERS = 50;
/** Percentage of an hour's e-mails that may go to addresses which nobody has confirmed. */
const UNCONFIRMED = 30;
/**
 * Percentage of an hour's e-mails that may go to unconfirmed addresses for networks that have already caused one of
 * these in the hour. The rest is for networks that have caused none: with 500 e-mails an hour, for at least 100 of them.
 */
const AGAIN = 10;

/** The largest numbers of e-mails in an hour, by what causes them. */
export interface MailShares {
  /** Reminders, check-ins, digests and mail to unconfirmed addresses together. */
  readonly notAnswers: number;
  /** Mail to unconfirmed addresses. */
  readonly unconfirmed: number;
  /** Mail to unconfirmed addresses from networks that have caused one in this hour already. */
  readonly again: number;
}

/** Returns the shares of an hour with `anHour` e-mails. Each is at least 1, unless all e-mails are held back. */
export const sharesOf = (anHour: number): MailShares => {
  const shareOf = (percent: number): number =>
    Math.min(anHour, Math.max(1, Math.floor((anHour * percent) / 100)));
  return {
    notAnswers: shareOf(NOT_ANSWERS),
    unconfirmed: shareOf(UNCONFIRMED),
    again: shareOf(AGAIN),
  };
};
