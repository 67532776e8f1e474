import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { answerable } from '../../../shared/offers/offer-moves.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { acceptance, type AnswerDeps } from './acceptance.ts';
import type { AnswerRefusal, Decided, OfferDecision, OfferFacts, OfferOutcome } from './offer-decision.ts';
import { agreedIn } from './agreed-in.ts';
import { readOfferFacts } from './offer-facts.ts';
import { placeGone } from './place-gone.ts';
import { declaredConflict, decline } from './decline.ts';
import { undoAnswer } from './undo-answer.ts';

/** Returns the result if this answer has already been recorded, so that repeated submissions are idempotent. */
const recordedAlready = (
  { offer }: OfferFacts,
  answer: OfferDecision,
): OfferOutcome['result'] | undefined => {
  switch (answer.decision) {
    case 'accept':
      if (offer.state === 'accepted') return 'accepted';
      return answer.conflicts.length > 0 && offer.state === 'declined' && offer.declineReason === 'conflict'
        ? 'conflict-declared'
        : undefined;
    case 'decline':
      return offer.state === 'declined' ? 'declined' : undefined;
    case 'undo':
      return offer.state === 'pending' ? 'asked-again' : undefined;
  }
};

const decide = (
  deps: AnswerDeps,
  facts: OfferFacts | undefined,
  answer: OfferDecision,
  now: string,
): Decided => {
  if (facts === undefined) return refused('offer-unknown');
  const result = recordedAlready(facts, answer);
  if (result !== undefined)
    return accepted({ value: { result, offer: facts.offer, agreed: agreedIn(facts) }, changes: [] });
  if (answer.decision === 'undo') return undoAnswer(deps, facts, now);
  const open = answerable(facts.offer, now);
  if (!open.ok) return refused(placeGone(open.refusal, facts));
  const pending = { ...facts, offer: open.value };
  if (answer.decision === 'decline') return decline(deps, pending, answer, now);
  return answer.conflicts.length > 0
    ? declaredConflict(deps, pending, answer.conflicts, now)
    : acceptance(deps, pending, answer, now);
};

/** Accepts, declines or undoes an offer, in one commit. Idempotent: repeating an answer changes nothing. */
export const decideOffer =
  (deps: AnswerDeps) =>
  (
    offerId: string,
    answer: OfferDecision,
    now: string,
  ): Promise<Result<OfferOutcome, AnswerRefusal | 'busy'>> =>
    decideAndCommit({
      table: deps.table,
      read: () => readOfferFacts(deps.table, offerId, answer.decision === 'accept'),
      decide: (facts) => decide(deps, facts, answer, now),
    });
