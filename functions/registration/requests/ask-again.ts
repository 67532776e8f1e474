import type { Instant } from '../../../shared/kernel/time.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { linkEnd } from '../../web/journeys/carried-answers.ts';
import type { EncryptionSettings } from '../../web/journeys/encrypt-text.ts';
import { CHECK_ANSWERS } from '../../web/journeys/journey-pages.ts';

/** Answers to leave out, one after another, if all together are too long for a link. */
const longest = ['canOffer', 'onePersonReason', 'conflicts', 'scope', 'areas'];

/** Whether a request has ended, so that its requester may send the same again. */
export const mayAskAgain = ({ state }: Pick<SupervisionRequest, 'state'>): boolean =>
  ['withdrawn', 'lapsed', 'completed'].includes(state);

interface Begun {
  readonly settings: EncryptionSettings;
  readonly issuedAt: Instant;
  /** Id of the request that the form makes. */
  readonly submissionId: string;
}

/**
 * Makes the link to the form with answers filled in. It opens on the first page whose answer is missing or has become
 * wrong, such as a date that has passed; otherwise on all answers. Nothing is sent before the requester sends it.
 */
export const filledForm = (answers: Answers, { settings, issuedAt, submissionId }: Begun): string => {
  const left = longest.map((_, index) =>
    Object.fromEntries(
      Object.entries(answers).filter(([name]) => !longest.slice(0, index + 1).includes(name)),
    ),
  );
  const ends = [answers, ...left].map((some) => linkEnd({ answers: some, issuedAt, submissionId }, settings));
  return `/request/${CHECK_ANSWERS}${ends.find((end) => end !== undefined) ?? ''}`;
};
