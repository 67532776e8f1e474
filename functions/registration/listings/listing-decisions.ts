import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { confirmDetails, pause, resume } from '../../../shared/people/practitioner-moves.ts';
import type { ListingChange } from '../../store/change-listing.ts';

/** A one-click action on a practitioner's own page, with its words before and after. */
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
      'Your listing shows that you confirmed your details today. If it was hidden, learners see it again.',
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
      'We do not show you in the directory or send you requests. Learners you have agreed to supervise stay with you.',
      'You can resume at any time on this page.',
    ],
    buttonText: 'Pause my listing',
    done: 'Your listing is paused.',
    change: { action: 'listing-paused', move: pause, isDone: ({ state }) => state === 'paused' },
    offered: ({ state }) => state === 'listed',
  },
  {
    slug: 'resume',
    title: 'Resume your listing',
    whatHappens: ['We show you in the directory again and ask you when a learner fits.'],
    buttonText: 'Resume my listing',
    done: 'Your listing is shown again.',
    change: { action: 'listing-resumed', move: resume, isDone: ({ state }) => state === 'listed' },
    offered: ({ state }) => state === 'paused',
  },
];
