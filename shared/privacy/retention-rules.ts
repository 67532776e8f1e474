import { instantOf, type Instant, londonDay } from '../kernel/time.ts';

/** A retention period in calendar months or years, or in days, as in the law and the privacy notice. */
export type Keeping = { readonly days: number } | { readonly months: number } | { readonly years: number };

/** A rule that says for how long data is kept, and why. The privacy notice is generated from these rules. */
export interface RetentionRule {
  readonly id: string;
  /** The data that is kept, in words for the privacy notice. */
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
 * The retention rules. The owner of the service still has to confirm these periods against the board's records
 * schedule.
 */
export const retentionRules = {
  'unconfirmed-registration': {
    id: 'unconfirmed-registration',
    what: 'A registration whose email address was never confirmed',
    keep: { days: 14 },
    from: 'after it was sent',
    then: 'deleted',
    why: 'The confirmation link works for 7 days. Until they confirm, the person has not agreed that we keep anything.',
  },
  'unconfirmed-request': {
    id: 'unconfirmed-request',
    what: 'A request whose email address was never confirmed, or that was not opened because the learner had asked before',
    keep: { days: 14 },
    from: 'after it was sent',
    then: 'deleted',
    why: 'The confirmation link works for 7 days. Until they confirm, the person has not agreed that we keep anything.',
  },
  'withdrawn-practitioner': {
    id: 'withdrawn-practitioner',
    what: 'Details of a DPP who left, or whose registration was refused',
    keep: { months: 12 },
    from: 'after they left or were refused',
    then: 'erased',
    why: 'Until the course year is over, learners and universities may ask who supervised a learner.',
  },
  'ended-request': {
    id: 'ended-request',
    what: 'A request that was completed, withdrawn, refused or not filled in time',
    keep: { months: 24 },
    from: 'after the request ended and the course was over',
    then: 'erased',
    why: 'The learner may interrupt the course and resume it, or appeal against the result.',
  },
  'feedback-comments': {
    id: 'feedback-comments',
    what: 'Comments in feedback about a match',
    keep: { months: 24 },
    from: 'after the match ended',
    then: 'erased',
    why: 'Comments may identify a person. The ratings stay, because they are only numbers.',
  },
  'decline-notes': {
    id: 'decline-notes',
    what: 'What a DPP wrote when declining an offer',
    keep: { months: 24 },
    from: 'after they declined',
    then: 'erased',
    why: 'Comments may identify a person. The reason that the DPP selected from the list stays.',
  },
  'prescribing-lead': {
    id: 'prescribing-lead',
    what: 'Name and email address of a prescribing lead, or of a person who says who works with them',
    keep: { months: 24 },
    from: 'after the organisation or the person was first named, or later if a DPP or a request still belongs to it',
    then: 'erased',
    why: 'We send the weekly figures to the lead for as long as the organisation has DPPs or requests.',
  },
  'named-person': {
    id: 'named-person',
    what: 'Name and email address of a person who was named as lead or to say who works with them, and was not confirmed or has left',
    keep: { months: 12 },
    from: 'after they were named, refused or replaced',
    then: 'deleted',
    why: 'When the person is named again within the course year, the programme team sees what it decided before.',
  },
  'round-plans': {
    id: 'round-plans',
    what: 'What a matching round decided and why, without names or addresses',
    keep: { months: 24 },
    from: 'after the round last changed',
    then: 'deleted',
    why: 'Until then the programme team can check and explain the round, and replay it under another policy.',
  },
  'sent-emails': {
    id: 'sent-emails',
    what: 'The record that we sent an email, without the text and the address',
    keep: { days: 90 },
    from: 'after the event that the email was about',
    then: 'deleted',
    why: 'The record shows whether we sent an email. Reports of failed delivery arrive within days.',
  },
  links: {
    id: 'links',
    what: 'A scrambled copy of each link in our emails',
    keep: { days: 90 },
    from: 'after the link stopped working',
    then: 'deleted',
    why: 'Until then a page can say that the link has expired, and offer a new one.',
  },
  'changed-values': {
    id: 'changed-values',
    what: 'Details before and after they were corrected, and the reasons that the programme team wrote down',
    keep: { months: 24 },
    from: 'after the correction or decision, or until the person’s own details are erased if that is sooner',
    then: 'deleted',
    why: 'A DPP or learner may ask what was changed or decided and why, and the team may have to undo it.',
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
    what: 'Counts that help prevent abuse, each with a scrambled copy of an email address or a network address',
    keep: { days: 0 },
    from: '2 days after they were last needed',
    then: 'deleted',
    why: 'We limit requests by the hour and by the day, so older counts are not needed.',
  },
} as const satisfies Readonly<Record<string, RetentionRule>>;

export type RetentionRuleId = keyof typeof retentionRules;

/**
 * Kept until the person asks us to write again. Without this record, we could e-mail somebody who does not want to
 * hear from us.
 */
export const keptForGood =
  'If we must not write to an email address, for example because you told us to stop, we keep a scrambled copy of that address until you ask us to write again.';

const MS_A_DAY = 86_400_000;

const monthsBefore = (now: Instant, months: number): Instant => {
  const count = Number(now.slice(0, 4)) * 12 + Number(now.slice(5, 7)) - 1 - months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  const month = String((count % 12) + 1).padStart(2, '0');
  // The day of the month stays the same, even where the month is shorter (31 February). Instants are compared
  // as text, so such a day still sorts correctly.
  return `${year}-${month}${now.slice(7)}`;
};

/**
 * Returns the cut-off of a rule at `now`: data from that instant or earlier is due to be erased or deleted.
 */
export const dueUntil = (id: RetentionRuleId, now: Instant): Instant => {
  const { keep }: RetentionRule = retentionRules[id];
  if ('days' in keep) return instantOf(Date.parse(now) - keep.days * MS_A_DAY);
  return monthsBefore(now, 'months' in keep ? keep.months : keep.years * 12);
};

/**
 * Whether a request is over: it has closed, and its course has ended. Until the course ends, others may still
 * supervise the learner.
 */
export const requestEndedBy = (
  { updatedAt, courseEnd }: { readonly updatedAt: Instant; readonly courseEnd: string },
  until: Instant,
): boolean => updatedAt <= until && courseEnd <= londonDay(until);

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** Puts a retention period into words: "14 days", "12 months", "6 years". */
export const keepingInWords = (keep: Keeping): string => {
  if ('days' in keep) return plural(keep.days, 'day');
  return 'months' in keep ? plural(keep.months, 'month') : plural(keep.years, 'year');
};

/** Words for the third column of the privacy notice: "14 days after it was sent". */
export const periodInWords = ({ keep, from }: RetentionRule): string =>
  'days' in keep && keep.days === 0 ? from : `${keepingInWords(keep)} ${from}`;
