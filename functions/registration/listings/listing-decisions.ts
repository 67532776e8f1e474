import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { confirmDetails, pause, resume } from '../../../shared/people/practitioner-moves.ts';
import type { ListingChange } from '../../store/change-listing.ts';

/** A one-click action on a practitioner's own page, with the texts shown before and after it. */
export interface ListingDecision {
  readonly slug: string;
  readonly title: string;
  readonly whatHappens: readonly string[];
  readonly buttonText: string;
  readonly done: string;
  readonly change: ListingChange;
  readonly offered: (practitioner: Practitioner) => boolean;
}

/** Actions without questions. Each can be reversed on the same page. */
export const listingDecisions: readonly ListingDecision[] = [
  {
    slug: 'confirm-details',
    title: 'Confirm that your details are right',
    whatHappens: [
      'Your listing will show that you confirmed your details today. If it was hidden, learners will see it again.',
    ],
    buttonText: 'Confirm my details',
    done: 'You have confirmed your details.',
    change: { action: 'details-confirmed', move: confirmDetails },
    offered: ({ state }) => state === 'listed' || state === 'stale',
  },
  {
    slug: 'pause',
    title: 'Pause your listing',
    whatHappens: [
      'We will not show you in the directory or send you offers. If an offer waits for your answer, we take it back and ask another DPP.',
      'This does not affect learners you have agreed to supervise.',
      'You can resume your listing on your page at any time.',
    ],
    buttonText: 'Pause my listing',
    done: 'Your listing is paused.',
    change: { action: 'listing-paused', move: pause, isDone: ({ state }) => state === 'paused' },
    offered: ({ state }) => state === 'listed',
  },
  {
    slug: 'resume',
    title: 'Resume your listing',
    whatHappens: [
      'We will show you in the directory again, and send you an offer when there is a learner who fits.',
    ],
    buttonText: 'Resume my listing',
    done: 'Your listing is shown again.',
    change: { action: 'listing-resumed', move: resume, isDone: ({ state }) => state === 'listed' },
    offered: ({ state }) => state === 'paused',
  },
];
