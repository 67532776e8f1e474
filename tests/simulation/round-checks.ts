import { isErased } from '../../shared/kernel/is-erased.ts';
import { holdsBack } from '../../shared/rounds/round-moves.ts';
import { instantOf, londonDay } from '../../shared/kernel/time.ts';
import type { Actor } from './engine.ts';
import { excludedBy } from './excluded.ts';
import type { Committed, Ledger } from './ledger.ts';
import { mostAtOnce } from './moves.ts';

type Tell = (what: string) => void;

/** Counts the places in use: those with an agreed match, and those held by a pending offer of a round. */
const usesOf = (
  history: Ledger,
  { commitments, pendingOffers }: Committed['practitioners'][number]['after'],
) => [
  ...commitments,
  ...pendingOffers.flatMap((pending) => {
    const offer = history.offers.get(pending.offerId);
    return offer?.roundId === undefined ? [] : [{ ...pending, requestId: offer.requestId }];
  }),
];

/**
 * Checks that learners of a round are not matched individually, and that no other learner takes a place that an offer
 * of the round holds.
 */
export const checkRounds = (
  history: Ledger,
  { at, offers, practitioners, rounds }: Committed,
  actor: Pick<Actor, 'startedAt' | 'lagged'>,
  tell: Tell,
): void => {
  for (const { before, after } of offers) {
    if (before !== undefined || after.roundId !== undefined || actor.lagged) continue;
    const request = history.requests.get(after.requestId);
    if (request === undefined || isErased(request)) continue;
    for (const { round, since } of history.roundsSince())
      if (since < actor.startedAt && holdsBack(round, request, instantOf(actor.startedAt)))
        tell(`offer ${after.id} was made beside round ${round.id}, which keeps request ${request.id}`);
  }
  // An offer that holds a place may be withdrawn only if the learner leaves, or if matching asks the practitioner no
  // more, as after a suspension or if their address takes no e-mails.
  for (const { before, after } of offers) {
    if (after.roundId === undefined || before?.state !== 'pending' || after.state !== 'withdrawn') continue;
    const request = history.requests.get(after.requestId);
    const practitioner = history.practitioners.get(after.practitionerId);
    const gone =
      practitioner === undefined ||
      practitioner.state === 'erased' ||
      excludedBy(practitioner, londonDay(instantOf(at))) !== undefined;
    if (request?.state === 'open' && !gone)
      tell(`offer ${after.id} held its place for round ${after.roundId} and lost it to somebody else`);
  }
  for (const { before, after } of practitioners) {
    const had = new Set(
      before === undefined ? [] : usesOf(history, before).map(({ requestId }) => requestId),
    );
    const uses = usesOf(history, after);
    for (const taken of uses.filter(({ requestId }) => !had.has(requestId))) {
      const most = mostAtOnce(uses, taken);
      if (most > after.placesOffered)
        tell(
          `practitioner ${after.id} offers ${String(after.placesOffered)} places; ${String(most)} are taken or held at once`,
        );
    }
  }
  for (const { before, after } of rounds) {
    if (before?.state !== 'confirming' || after.state !== 'confirmed') continue;
    const made = [...history.offers.values()].filter(({ roundId }) => roundId === after.id).length;
    if (made !== after.offersMade)
      tell(`round ${after.id} says that it made ${String(after.offersMade)} offers and made ${String(made)}`);
  }
};
