import { asExactHours } from '../../functions/store/table/whole-hours.ts';
import { isErased } from '../../shared/kernel/is-erased.ts';
import { isCurrent } from '../../shared/matches/match.ts';
import type { LedgerEntry } from '../../shared/matches/ledger.ts';
import type { Committed } from './ledger.ts';

/** Reads parts of an hour from a stored row. */
const exactly = <Value>(stored: Value): Value => asExactHours(stored) as Value;

/** Reasons after which a learner needs no other DPP for now. */
const closing = ['not-signed-off', 'suspended', 'funding', 'course-closed', 'learner-left'];

/** Whether a request is under way, so that its requester has to hear what happens to it. */
const isUnderWay = (state: string | undefined): boolean => state === 'open' || state === 'matched';

/**
 * Checks what follows in the same commit when a side ends one match early: the seat is open for the hours that are left, or
 * the request ends; both ledgers take back only hours that were not done; and the other side is told.
 */
export const checkEndings = (
  { by: what, matches, requests, emails, changes }: Committed,
  tell: (what: string) => void,
) => {
  for (const { before, after } of matches) {
    if (what.includes('finish-match') && after.state === 'completed' && before?.finishedSaid === undefined)
      tell(`match ${after.id} is complete although only one side said so`);
    if (before === undefined || !isCurrent(before) || after.state !== 'ended-early') continue;
    if (after.ending === undefined) continue;
    const { by, cause, hoursDone } = after.ending;
    const step = requests.find((one) => one.after.id === after.requestId);
    const seat = exactly(step?.after.seats.find(({ id }) => id === after.seatId));
    const had =
      exactly(step?.before?.seats.find(({ id }) => id === after.seatId))?.hours ?? exactly(after).hours;
    const left = Math.max(1, had - hoursDone);
    if (seat?.state === 'vacant' && seat.hours !== left)
      tell(`seat ${after.seatId} is open for ${seat.hours} hours after ${hoursDone} of ${had} were done`);
    const wasUnderWay = isUnderWay(step?.before?.state);
    if (wasUnderWay && closing.includes(cause) && step?.after.state !== 'withdrawn')
      tell(`request ${after.requestId} looks for a DPP although ${cause}`);
    const lost = changes.flatMap((change) =>
      change.do === 'put' && change.row['kind'] === 'ledger'
        ? [exactly(change.row['entry'] as LedgerEntry)].filter(({ matchId }) => matchId === after.id)
        : [],
    );
    const wanted = Math.max(0, exactly(after).hours - hoursDone);
    if (lost.some(({ hours }) => hours !== -wanted) || (wanted > 0 && lost.length === 0))
      tell(`the ledgers do not keep the ${hoursDone} hours that were done in match ${after.id}`);
    const told = emails.map(({ after: { name } }) => name);
    if (by === 'requester' && !told.includes('practitioner-match-ended'))
      tell(`the DPP of match ${after.id} does not hear that it ended`);
    if (
      by === 'practitioner' &&
      wasUnderWay &&
      step !== undefined &&
      !isErased(step.after) &&
      !told.some((name) => name === 'requester-seat-reopened' || name === 'requester-request-withdrawn')
    )
      tell(`the learner of match ${after.id} does not hear that it ended`);
  }
};
