/**
 * Days after a DPP last confirmed a listing. Policy, reminders, directory, digests and the words of e-mails and pages
 * take them from here; pages in Markdown are compared with them by a test.
 */
export const freshness = {
  /** The check-in asks whether the details are still right. */
  askAfterDays: 90,
  /** Days after the check-in: it is repeated once if there is no answer. */
  repeatAfterDays: 14,
  /** The listing is hidden from the directory and not matched. */
  hideAfterDays: 120,
} as const;
