import { endingInWords } from '../../../../shared/matches/end-causes.ts';
import type { Match } from '../../../../shared/matches/match.ts';
import type { Seat } from '../../../../shared/requests/request.ts';
import { hoursInWords } from '../../../../shared/kernel/hours-in-words.ts';

/** Sentences about a match that ended early, in e-mails to its requester. */
interface EndedForRequester {
  readonly endedByThem: boolean;
  /** Words of the DPP about the end; empty if there are none. */
  readonly said: readonly string[];
}

/** Says who ended a match early, and why, for the requester. */
export const endedForRequester = (match: Match | undefined): EndedForRequester => {
  const ending = match?.state === 'ended-early' ? match.ending : undefined;
  return {
    endedByThem: ending?.by === 'requester',
    said: ending?.by === 'practitioner' ? [endingInWords(ending.by, ending.cause)] : [],
  };
};

/** Says how many hours of a seat are done and left; empty if none were done with somebody who has left. */
export const hoursLeftInWords = ({ hours, hoursDone }: Seat): readonly string[] =>
  hoursDone === undefined
    ? []
    : [`${hoursInWords(hoursDone)} done so far count. ${hoursInWords(hours)} are left.`];
