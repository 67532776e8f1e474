import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { acceptance } from './acceptance.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import type { AnswerRefusal, Decided, OfferDecision, OfferFacts, OfferOutcome } from './offer-decision.ts';
import { readOfferFacts } from './offer-facts.ts';
import { declaredConflict, decline } from './decline.ts';
import { undoAnswer } from './undo-answer.ts';

/** How an offer already stands when it stands as the answer wants it: nothing is left to do. */
const standsAlready = (
  { offer: { state, declineReason } }: OfferFacts,
  answer: OfferDecision,
): OfferOutcome['result'] | undefined => {
  switch (answer.decision) {
    case 'accept':
      if (state === 'accepted') return 'accepted';
      return answer.conflicts.length > 0 && declineReason === 'conflict' ? 'conflict-declared' : undefined;
    case 'decline':
      return state === 'declined' ? 'declined' : undefined;
    case 'undo':
      return state === 'pending' ? 'asked-again' : undefined;
  }
};

const decide = (
  deps: WriteDeps,
  facts: OfferFacts | undefined,
  answer: OfferDecision,
  now: string,
): Decided => {
  if (facts === undefined) return refused('offer-unknown');
  const result = standsAlready(facts, answer);
  if (result !== undefined) return accepted({ value: { result, offer: facts.offer }, changes: [] });
  switch (answer.decision) {
    case 'accept':
      return answer.conflicts.length > 0
        ? declaredConflict(deps, facts, answer.conflicts, now)
        : acceptance(deps, facts, answer, now);
    case 'decline':
      return decline(deps, facts, answer, now);
    case 'undo':
      return undoAnswer(deps, facts, now);
  }
};

/**
 * Answers an offer: accept, decline or undo. Everything that an answer changes is one commit; the same answer again
 * changes nothing and stands the same.
 */
export const decideOffer =
  (deps: WriteDeps) =>
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
