import { offersWithoutPlace } from '../../shared/domain/capacity.ts';
import { acceptOffer, withdrawOffer } from '../../shared/domain/offer-moves.ts';
import { accepted, refused } from '../../shared/domain/result.ts';
import { universities } from '../../shared/reference/universities.ts';
import type { Change } from '../platform/storage/table.ts';
import { aboutMatch, aboutOffer, changesTo, ledgerOf, mail, note } from './changes.ts';
import type { MatchingDeps } from './deps.ts';
import type { Decided, OfferDecision, OfferFacts } from './offer-decision.ts';
import { placeGone } from './place-gone.ts';

/** An acceptance: place, seat, request, match, both e-mails, and the offers that the last place takes with it. */
export const acceptance = (
  { table, chance }: MatchingDeps,
  facts: OfferFacts,
  answer: Extract<OfferDecision, { decision: 'accept' }>,
  now: string,
): Decided => {
  const university = universities.find(({ id }) => id === facts.request.university);
  const onePerCohort = university?.onePerCohort === true;
  const moved = acceptOffer(facts, { matchId: chance.id(), backUp: answer.backUp, onePerCohort }, now);
  if (!moved.ok) return refused(placeGone(moved.refusal, facts));
  const { request, offer, match } = moved.value;
  const gone = new Set(offersWithoutPlace(moved.value.practitioner).map(({ offerId }) => offerId));
  let { practitioner } = moved.value;
  const withdrawn: Change[] = [];
  const touched = new Set([request.id]);
  for (const other of facts.others.filter((one) => gone.has(one.offer.id))) {
    // A commit changes a row once: a second seat of the same request is left to the next sweep.
    if (touched.has(other.request.id)) continue;
    touched.add(other.request.id);
    const back = withdrawOffer({ ...other, practitioner }, now);
    if (!back.ok) continue;
    practitioner = back.value.practitioner;
    const about = { ...aboutOffer(other.offer), occasion: 'place-filled' };
    withdrawn.push(
      ...changesTo(table, { requests: [back.value.request], offers: [back.value.offer] }),
      mail(table, 'practitioner-offer-withdrawn', other.offer.id, about, now),
      note({ chance, now, actor: 'practitioner' }, other.request.id, 'offer-withdrawn', {
        offer: other.offer.id,
      }),
    );
  }
  return accepted({
    value: { result: 'accepted', offer },
    changes: [
      ...changesTo(table, {
        requests: [request],
        practitioners: [practitioner],
        offers: [offer],
        matches: [match],
      }),
      ...ledgerOf(table, [match]),
      mail(table, 'requester-match-agreed', match.id, aboutMatch(match), now),
      mail(table, 'practitioner-match-agreed', match.id, aboutMatch(match), now),
      note({ chance, now, actor: 'practitioner' }, request.id, 'offer-accepted', {
        offer: offer.id,
        match: match.id,
      }),
      ...withdrawn,
    ],
  });
};
