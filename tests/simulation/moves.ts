import { emailMachine } from '../../shared/notifications/email.ts';
import type { Machine } from '../../shared/kernel/state-machine.ts';
import { isCurrent, matchMachine } from '../../shared/matches/match.ts';
import { type Offer, offerMachine } from '../../shared/offers/offer.ts';
import { type Practitioner, practitionerMachine } from '../../shared/people/practitioner.ts';
import { roundMachine } from '../../shared/rounds/round.ts';
import { requestMachine, type Seat, seatMachine } from '../../shared/requests/request.ts';
import { addHours, epochOf } from '../../shared/kernel/time.ts';
import type { Committed, Step, PractitionerNoun } from './ledger.ts';

type Tell = (what: string) => void;

/**
 * Longest run of a function in milliseconds. Each decision is made and committed within one run, so no
 * decision is older than this when it is committed.
 */
const LONGEST_RUN_MS = 60_000;

const along = <State extends string>(machine: Machine<State, string>, from: State, to: State): boolean =>
  from === to || Object.values(machine[from]).includes(to);

const moved = <State extends string>(
  what: string,
  machine: Machine<State, string>,
  { before, after }: Step<{ readonly id: string; readonly version: number; readonly state: State }>,
  first: readonly State[],
  tell: Tell,
): void => {
  if (after.version !== (before?.version ?? 0) + 1)
    tell(`${what} ${after.id} goes from version ${String(before?.version ?? 0)} to ${String(after.version)}`);
  if (before === undefined ? !first.includes(after.state) : !along(machine, before.state, after.state))
    tell(`${what} ${after.id} goes from ${before?.state ?? 'nowhere'} to ${after.state}`);
};

/**
 * Returns the maximum number of learners on any day of a period. Counts day by day, so that a fault in the product's
 * own algorithm is not repeated.
 */
export const mostAtOnce = (
  commitments: readonly Pick<Practitioner['commitments'][number], 'from' | 'to' | 'requestId'>[],
  { from, to }: { readonly from: string; readonly to: string },
): number => {
  const meeting = commitments.filter((one) => one.from <= to && from <= one.to);
  const days = [from, ...meeting.map((one) => one.from).filter((day) => day >= from)];
  return Math.max(
    0,
    ...days.map(
      (day) =>
        new Set(meeting.filter((one) => one.from <= day && day <= one.to).map((one) => one.requestId)).size,
    ),
  );
};

/** Places lent to a neighbouring system, each for a learner. */
const lent = ({ lentPlaces = [] }: PractitionerNoun) =>
  lentPlaces.map(({ loanId, from, to }) => ({ from, to, requestId: loanId }));

/** Checks that nobody is asked about more learners than they have places for, and about three at most. */
const asks = ({ before, after }: Step<PractitionerNoun>, commit: Committed, tell: Tell): void => {
  const asked = new Set(before?.pendingOffers.map(({ offerId }) => offerId));
  // An acceptance that is undone asks about the place that it held.
  const freed = (before?.commitments.length ?? 0) > after.commitments.length;
  for (const offer of after.pendingOffers.filter(({ offerId }) => !asked.has(offerId) && !freed)) {
    const requestOf = (id: string): string =>
      commit.offers.find((step) => step.after.id === id)?.after.requestId ?? id;
    const pending = after.pendingOffers.map(({ offerId, from, to }) => ({
      from,
      to,
      requestId: requestOf(offerId),
    }));
    const most = mostAtOnce([...after.commitments, ...pending, ...lent(after)], offer);
    if (most > after.placesOffered)
      tell(
        `practitioner ${after.id} offers ${String(after.placesOffered)} places and is asked about ${String(most)} learners at once`,
      );
  }
  if (after.pendingOffers.length > Math.max(3, before?.pendingOffers.length ?? 0))
    tell(`practitioner ${after.id} is asked ${String(after.pendingOffers.length)} times at once`);
};

/**
 * Checks that a practitioner has a free place for every live offer, in each period in which learners overlap. The daily run
 * takes back the others after the number of places was lowered.
 */
export const noMoreAskedThanFree = (practitioner: PractitionerNoun, tell: Tell): void => {
  const { id, pendingOffers, commitments, placesOffered } = practitioner;
  const asked = pendingOffers.map(({ offerId, from, to }) => ({ from, to, requestId: offerId }));
  for (const offer of asked) {
    const most = mostAtOnce([...commitments, ...asked, ...lent(practitioner)], offer);
    if (most > placesOffered)
      tell(
        `practitioner ${id} offers ${String(placesOffered)} places; ${String(most)} are taken or asked about`,
      );
  }
};

const places = ({ before, after }: Step<PractitionerNoun>, commit: Committed, tell: Tell): void => {
  const had = new Set(before?.commitments.map(({ matchId }) => matchId));
  for (const taken of after.commitments.filter(({ matchId }) => !had.has(matchId))) {
    const most = mostAtOnce(after.commitments, taken);
    if (most > after.placesOffered)
      tell(
        `practitioner ${after.id} offers ${String(after.placesOffered)} places and has ${String(most)} learners at once`,
      );
  }
  const has = new Set(after.commitments.map(({ matchId }) => matchId));
  for (const { matchId } of before?.commitments.filter((one) => !has.has(one.matchId)) ?? [])
    if (!commit.matches.some(({ after: match }) => match.id === matchId && !isCurrent(match)))
      tell(`practitioner ${after.id} lost match ${matchId}, which did not end`);
  if (after.state === 'listed' && before?.state !== 'listed') {
    if (after.consent.wording === '' || after.consent.at > after.updatedAt)
      tell(`practitioner ${after.id} is listed without consent`);
    if (before === undefined) tell(`practitioner ${after.id} is listed without a confirmed address`);
  }
};

const answered = ({ before, after }: Step<Offer>, { at }: Committed, tell: Tell): void => {
  if (before === undefined || before.state === after.state) return;
  if (after.state !== 'pending') {
    const age = at - epochOf(after.decidedAt);
    if (age > LONGEST_RUN_MS || age < 0)
      tell(`offer ${after.id} was decided ${String(age)} ms before it was written`);
    const inTime = after.decidedAt < before.expiresAt;
    if (['accepted', 'declined'].includes(after.state) && !inTime)
      tell(`offer ${after.id} was ${after.state} after its time`);
    if (after.state === 'lapsed' && inTime) tell(`offer ${after.id} lapsed before its time`);
  }
  if (
    after.state === 'pending' &&
    before.state !== 'pending' &&
    epochOf(addHours(before.decidedAt, 1)) + LONGEST_RUN_MS < at
  )
    tell(`offer ${after.id} was undone after more than an hour`);
};

const seatsMoved = (before: readonly Seat[], after: readonly Seat[], tell: Tell): void => {
  for (const seat of after) {
    const was = before.find(({ id }) => id === seat.id);
    if (was !== undefined && !along(seatMachine, was.state, seat.state))
      tell(`seat ${seat.id} goes from ${was.state} to ${seat.state}`);
  }
};

/** Reports violations within one commit: forbidden moves, and more learners or offers than the limits allow. */
export const checkMoves = (commit: Committed, tell: Tell, isOlder = false): void => {
  for (const step of commit.practitioners) {
    moved('practitioner', practitionerMachine, step, ['unconfirmed'], tell);
    places(step, commit, tell);
    if (!isOlder) asks(step, commit, tell);
  }
  for (const step of commit.requests) {
    moved('request', requestMachine, step, ['unconfirmed'], tell);
    seatsMoved(step.before?.seats ?? [], step.after.seats, tell);
  }
  for (const step of commit.offers) {
    moved('offer', offerMachine, step, ['pending'], tell);
    answered(step, commit, tell);
  }
  for (const step of commit.rounds) moved('round', roundMachine, step, ['gathering'], tell);
  for (const step of commit.matches) moved('match', matchMachine, step, ['agreed'], tell);
  for (const step of commit.emails) moved('e-mail', emailMachine, step, ['pending'], tell);
};
