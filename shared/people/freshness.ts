/**
 * Numbers of days after which the service asks about an unconfirmed listing, asks once more, and hides the
 * listing. Policy, reminders, directory, digests and the words of e-mails and pages use these numbers; a test
 * compares pages in Markdown with them.
 */
export const freshness = {
  /** The check-in asks for confirmation this many days after the details were last confirmed. */
  askAfterDays: 90,
  /** The check-in is repeated, once, this many days after it was sent, if there is no answer. */
  repeatAfterDays: 14,
  /**
   * This many days after the last confirmation, the listing is hidden from the directory and no longer
   * matched.
   */
  hideAfterDays: 120,
} as const;
