/**
 * Days after which the service asks about a listing that nobody has confirmed, and then hides it. Policy,
 * reminders, directory, digests and the words of e-mails and pages use these numbers; a test compares pages
 * in Markdown with them.
 */
export const freshness = {
  /** Days since the last confirmation after which the check-in asks whether the details are still right. */
  askAfterDays: 90,
  /** Days since the check-in after which it is repeated, once, if there is no answer. */
  repeatAfterDays: 14,
  /**
   * Days since the last confirmation after which the listing is hidden from the directory and not matched.
   */
  hideAfterDays: 120,
} as const;
