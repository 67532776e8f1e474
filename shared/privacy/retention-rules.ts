import { instantOf, type Instant, londonDay } from '../kernel/time.ts';

/** A retention period in calendar months or years, or in days, as in the law and the privacy notice. */
export type Keeping = { readonly days: number } | { readonly months: number } | { readonly years: number };

/** What is kept for how long, and why. The privacy notice is generated from these rules. */
export interface RetentionRule {
  readonly id: string;
  /** What is kept, in words for the privacy notice. */
  readonly what: string;
  readonly keep: Keeping;
  /** Start of the period, in words for the privacy notice: "after you sent them". */
  readonly from: string;
  /**
   * `erased`: ids and neutral values remain, so that figures and audit stay consistent. `deleted`: nothing
   * remains.
   */
  readonly then: 'deleted' | 'erased';
  readonly why: string;
}

/**
 * The retention rules. The owner of the service still has to confirm these periods against the ICB's records
 * schedule.
 */
export const retentionRules = {
  'unconfirmed-registration': {
    id: 'unconfirmed-registration',
    what: 'A registration whose email address was never confirmed',
    keep: { days: 14 },
    from: 'after it was sent',
    then: 'deleted',
    why: 'The confirmation link works for 7 days, and the person agreed to nothing more.',
  },
  'unconfirmed-request': {
    id: 'unconfirmed-request',
    what: 'A request whose email address was never confirmed',
    keep: { days: 14 },
    from: 'after it was sent',
    then: 'deleted',
    why: 'The confirmation link works for 7 days, and the person agreed to nothing more.',
  },
  'withdrawn-practitioner': {
    id: 'withdrawn-practitioner',
    what: 'Details of a DPP who left',
    keep: { months: 12 },
    from: 'after they left',
    then: 'erased',
    why: 'Learners and universities may ask who supervised until the course year is over.',
  },
  'ended-request': {
    id: 'ended-request',
    what: 'A request that was completed, withdrawn or not filled in time',
    keep: { months: 24 },
    from: 'after it ended and the course was over',
    then: 'erased',
    why: 'A course may be interrupted and resumed, and results may be appealed.',
  },
  'feedback-comments': {
    id: 'feedback-comments',
    what: 'Comments in feedback about a match',
    keep: { months: 24 },
    from: 'after the match ended',
    then: 'erased',
    why: 'Ratings are kept as figures. Comments may identify a person.',
  },
  'decline-notes': {
    id: 'decline-notes',
    what: 'What a DPP wrote when declining an offer',
    keep: { months: 24 },
    from: 'after they declined',
    then: 'erased',
    why: 'The reason is kept as a figure. Comments may identify a person.',
  },
  'prescribing-lead': {
    id: 'prescribing-lead',
    what: 'Name and email address of a prescribing lead',
    keep: { months: 24 },
    from: 'after the organisation was first named, once no DPP and no request belongs to it',
    then: 'erased',
    why: 'Digests go to the lead while there is something to report.',
  },
  'round-plans': {
    id: 'round-plans',
    what: 'What a matching round decided and why, without names or addresses',
    keep: { months: 24 },
    from: 'after the round last changed',
    then: 'deleted',
    why: 'Until then a round can be checked, explained and replayed under another policy.',
  },
  'sent-emails': {
    id: 'sent-emails',
    what: 'The record that an email was sent, without its text and address',
    keep: { days: 90 },
    from: 'after the event it was about',
    then: 'deleted',
    why: 'Shows whether a message was sent. Bounces arrive within days.',
  },
  links: {
    id: 'links',
    what: 'The fingerprint of a link in an email',
    keep: { days: 90 },
    from: 'after the link stopped working',
    then: 'deleted',
    why: 'Until then an old link says that it has expired and offers a new one.',
  },
  audit: {
    id: 'audit',
    what: 'Records of who decided what and when, without names of DPPs and learners',
    keep: { years: 6 },
    from: 'after the decision',
    then: 'deleted',
    why: 'Legal claims about a decision can be brought for 6 years.',
  },
  counters: {
    id: 'counters',
    what: 'Counters that prevent abuse, stored under a fingerprint of an address or a network',
    keep: { days: 0 },
    from: '2 days after they were last needed',
    then: 'deleted',
    why: 'Limits apply by the hour and by the day.',
  },
} as const satisfies Readonly<Record<string, RetentionRule>>;

export type RetentionRuleId = keyof typeof retentionRules;

/**
 * Kept until the person asks us to delete it. Without it, we could e-mail somebody who does not want to hear
 * from us.
 */
export const keptForGood =
  'If we must not write to an email address, for example because you told us to stop, we keep a fingerprint of it until you ask us to write again.';

const MS_A_DAY = 86_400_000;

const monthsBefore = (now: Instant, months: number): Instant => {
  const count = Number(now.slice(0, 4)) * 12 + Number(now.slice(5, 7)) - 1 - months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  const month = String((count % 12) + 1).padStart(2, '0');
  // Keeps day 31 even in a shorter month: instants are compared as text, so it sorts correctly.
  return `${year}-${month}${now.slice(7)}`;
};

/** Latest instant that is due at `now` under a rule. */
export const dueUntil = (id: RetentionRuleId, now: Instant): Instant => {
  const { keep }: RetentionRule = retentionRules[id];
  if ('days' in keep) return instantOf(Date.parse(now) - keep.days * MS_A_DAY);
  return monthsBefore(now, 'months' in keep ? keep.months : keep.years * 12);
};

/**
 * Whether a request is over: it has closed and its course has ended, because others may supervise the learner
 * until then.
 */
export const requestEndedBy = (
  { updatedAt, courseEnd }: { readonly updatedAt: Instant; readonly courseEnd: string },
  until: Instant,
): boolean => updatedAt <= until && courseEnd <= londonDay(until);

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** "14 days", "12 months", "6 years". */
export const keepingInWords = (keep: Keeping): string => {
  if ('days' in keep) return plural(keep.days, 'day');
  return 'months' in keep ? plural(keep.months, 'month') : plural(keep.years, 'year');
};

/** Words for the third column of the privacy notice: "14 days after it was sent". */
export const periodInWords = ({ keep, from }: RetentionRule): string =>
  'days' in keep && keep.days === 0 ? from : `${keepingInWords(keep)} ${from}`;
