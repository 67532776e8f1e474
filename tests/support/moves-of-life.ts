import type { EmailName } from '../../shared/notifications/email.ts';

/** Something that happens to people after a request was sent or a DPP was listed, and by whom it is said. */
interface Happening {
  readonly words: string;
  readonly saidBy: 'learner' | 'DPP' | 'either side' | 'team';
}

/** All that may happen, by which each way through is named. */
export const happenings = {
  'change-request': { words: 'the answers of an open request change', saidBy: 'learner' },
  widen: { words: 'the learner takes up what would help', saidBy: 'learner' },
  'name-learner': { words: 'the employer knows who the learner is', saidBy: 'learner' },
  'move-dates': { words: 'the learner defers or moves the dates with the same DPP', saidBy: 'learner' },
  'change-course': { words: 'university, clinical area or employer change', saidBy: 'learner' },
  'learner-address': { words: 'the requester has another address', saidBy: 'learner' },
  pause: { words: 'the search pauses and goes on', saidBy: 'learner' },
  withdraw: { words: 'the learner withdraws, and may say why', saidBy: 'learner' },
  'ask-again': { words: 'the learner asks again with everything filled in', saidBy: 'learner' },
  'end-match': { words: 'one match ends early', saidBy: 'either side' },
  cover: { words: 'somebody is ill for months, and another covers', saidBy: 'either side' },
  'own-words': {
    words: 'the learner fails sign-off or is suspended, funding is withdrawn, or the course closes',
    saidBy: 'either side',
  },
  'completed-early': { words: 'the supervision is finished early', saidBy: 'either side' },
  'dpp-pauses': { words: 'a DPP pauses, and says what happens to live offers', saidBy: 'DPP' },
  'dpp-leaves': { words: 'a DPP leaves, and each learner is named', saidBy: 'DPP' },
  'second-employer': { words: 'a DPP works for a second employer', saidBy: 'DPP' },
  'dpp-address': { words: 'a DPP has another address', saidBy: 'DPP' },
  'dpp-number': { words: 'number or name of a DPP is corrected', saidBy: 'DPP' },
  'dpp-suspended': { words: 'a DPP is suspended or has died', saidBy: 'team' },
  'one-mailbox': { words: 'two colleagues share one mailbox', saidBy: 'DPP' },
} as const satisfies Readonly<Record<string, Happening>>;
export type HappeningId = keyof typeof happenings;

/** A way through for something that happens. */
export interface WayThrough {
  readonly for: HappeningId;
  /** Path of the page, as in `shared/contracts/routes.ts`, or "command" if the team does it. */
  readonly page: string;
  /** Last part of the page's address, the name of the command, or empty if the page has only one action. */
  readonly action: string;
  /** Mails that tell the people whom it concerns. */
  readonly mails: readonly EmailName[];
  /** Code of the line in the audit. */
  readonly audit: string;
  /** Words of the act in `tests/simulation/weighted-acts.ts`. */
  readonly act: string;
  /** The test that proves it. */
  readonly test: string;
}

/** Each way through. A happening may have several. */
export const waysThrough: readonly WayThrough[] = [
  {
    for: 'change-request',
    page: '/status/{token}/{action}',
    action: 'change-',
    mails: ['practitioner-offer-changed', 'practitioner-offer-withdrawn', 'requester-request-changed'],
    audit: 'request-changed',
    act: 'changes a request',
    test: 'tests/unit/registration/change-request.test.ts',
  },
  {
    for: 'change-course',
    page: '/status/{token}/{action}',
    action: 'change-',
    mails: ['requester-request-changed', 'requester-support-awaited', 'lead-support-asked'],
    audit: 'request-changed',
    act: 'changes a request',
    test: 'tests/unit/registration/change-request.test.ts',
  },
  {
    for: 'widen',
    page: '/status/{token}/{action}',
    action: 'widen',
    mails: ['requester-nobody-yet', 'requester-request-changed'],
    audit: 'request-changed',
    act: 'changes a request',
    test: 'tests/unit/registration/change-request.test.ts',
  },
  {
    for: 'pause',
    page: '/status/{token}/{action}',
    action: 'pause',
    mails: ['practitioner-offer-withdrawn', 'requester-request-paused'],
    audit: 'request-paused',
    act: 'pauses or goes on',
    test: 'tests/unit/registration/change-request.test.ts',
  },
  {
    for: 'pause',
    page: '/status/{token}/{action}',
    action: 'resume',
    mails: ['requester-request-resumed'],
    audit: 'request-resumed',
    act: 'pauses or goes on',
    test: 'tests/unit/registration/change-request.test.ts',
  },
  {
    for: 'withdraw',
    page: '/status/{token}/{action}',
    action: 'withdraw',
    mails: ['requester-request-withdrawn', 'practitioner-offer-withdrawn', 'practitioner-match-ended'],
    audit: 'request-withdrawn',
    act: 'takes back',
    test: 'tests/unit/registration/change-request.test.ts',
  },
  {
    for: 'ask-again',
    page: '/status/{token}/{action}',
    action: 'ask-again',
    mails: ['requester-address-confirm'],
    audit: 'request-sent',
    act: 'asks',
    test: 'tests/unit/registration/change-request.test.ts',
  },
  {
    for: 'move-dates',
    page: '/status/{token}/{action}',
    action: 'move-dates',
    mails: ['practitioner-dates-asked', 'requester-request-changed'],
    audit: 'request-changed',
    act: 'changes a request',
    test: 'tests/unit/matching/answer-dates.test.ts',
  },
  {
    for: 'move-dates',
    page: '/dates/{token}',
    action: '',
    mails: ['requester-dates-agreed', 'requester-seat-reopened', 'team-dates-unanswered'],
    audit: 'match-dates-moved',
    act: 'says whether other dates are possible',
    test: 'tests/unit/matching/answer-dates.test.ts',
  },
  {
    for: 'learner-address',
    page: '/status/{token}/{action}',
    action: 'work-address',
    mails: ['requester-new-address-confirm', 'requester-status-link'],
    audit: 'request-address-changed',
    act: 'uses another address',
    test: 'tests/unit/registration/another-address.test.ts',
  },
  {
    for: 'end-match',
    page: '/feedback/{token}',
    action: '',
    mails: ['practitioner-match-ended', 'requester-seat-reopened'],
    audit: 'match-ended-early',
    act: 'ends a match',
    test: 'tests/unit/matching/feedback.test.ts',
  },
  {
    for: 'end-match',
    page: '/status/{token}/{action}',
    action: 'end-.+',
    mails: ['practitioner-match-ended', 'requester-seat-reopened', 'lead-match-ended', 'team-match-ended'],
    audit: 'match-ended-early',
    act: 'ends one match early',
    test: 'tests/unit/registration/end-early.test.ts',
  },
  {
    for: 'completed-early',
    page: '/status/{token}/{action}',
    action: 'finish-.+',
    mails: ['practitioner-match-finished', 'requester-match-finished'],
    audit: 'match-finish-said',
    act: 'says that a match is finished',
    test: 'tests/unit/registration/finish-match.test.ts',
  },
  {
    for: 'own-words',
    page: '/manage/{token}/{action}',
    action: 'end-.+',
    mails: ['practitioner-match-ended', 'requester-request-withdrawn', 'team-match-ended'],
    audit: 'request-withdrawn',
    act: 'ends one match early',
    test: 'tests/unit/registration/end-early.test.ts',
  },
  {
    for: 'dpp-pauses',
    page: '/manage/{token}/{action}',
    action: 'pause',
    mails: ['practitioner-offer-withdrawn', 'requester-offer-taken-back'],
    audit: 'listing-paused',
    act: 'changes a listing',
    test: 'tests/unit/registration/manage-learners.test.ts',
  },
  {
    for: 'completed-early',
    page: '/feedback/{token}',
    action: '',
    mails: ['practitioner-feedback-asked', 'requester-feedback-asked'],
    audit: 'match-completed',
    act: 'ends a match',
    test: 'tests/unit/matching/feedback.test.ts',
  },
  {
    for: 'dpp-leaves',
    page: '/manage/{token}/{action}',
    action: 'leave',
    mails: ['requester-seat-reopened', 'requester-offer-taken-back'],
    audit: 'practitioner-left',
    act: 'leaves',
    test: 'tests/unit/matching/leave-listing.test.ts',
  },
  {
    for: 'dpp-address',
    page: '/manage/{token}/{action}',
    action: 'new-address',
    mails: ['practitioner-new-address-confirm'],
    audit: 'practitioner-address-changed',
    act: 'uses another address',
    test: 'tests/unit/registration/another-address.test.ts',
  },
  {
    for: 'dpp-suspended',
    page: 'command',
    action: 'suspend',
    mails: ['practitioner-suspended', 'requester-seat-reopened'],
    audit: 'practitioner-suspended',
    act: 'team suspends or corrects',
    test: 'tests/unit/matching/release-practitioner.test.ts',
  },
  {
    for: 'one-mailbox',
    page: '/register/{step}',
    action: '',
    mails: ['practitioner-already-registered'],
    audit: 'practitioner-registered-again',
    act: 'registers',
    test: 'tests/unit/notifications/content.test.ts',
  },
  {
    for: 'one-mailbox',
    page: '/confirm/{token}',
    action: '',
    mails: ['requester-asked-again'],
    audit: 'request-held-back',
    act: 'confirms',
    test: 'tests/unit/registration/one-request-per-learner.test.ts',
  },
];

/** Moves that nobody can make yet. A move that can be made has a row above instead. */
export const notYet: readonly HappeningId[] = ['name-learner', 'cover', 'second-employer', 'dpp-number'];
