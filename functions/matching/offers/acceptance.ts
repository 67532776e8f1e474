import { offersWithoutPlace } from '../../../shared/capacity/capacity.ts';
import { sameMailbox } from '../../../shared/people/same-person.ts';
import { acceptOffer, withdrawOffer } from '../../../shared/offers/offer-moves.ts';
import { hasSupport } from '../../../shared/requests/has-support.ts';
import { accepted, refused } from '../../../shared/kernel/result.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { practitionerRows } from '../../store/table/rows/practitioner-rows.ts';
import type { Change } from '../../store/table/table.ts';
import { emailsToNamed, withNamedTold } from '../../store/tell-named.ts';
import { unfiledBy } from '../../store/table/unfiled.ts';
import {
  aboutMatch,
  aboutOffer,
  nounChanges,
  ledgerChanges,
  outboxEmail,
  requestAudit,
} from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import type { Decided, OfferDecision, OfferFacts } from './offer-decision.ts';
import { placeGone } from './place-gone.ts';

/** Dependencies of an answer: those of writing, and the universities' rules. */
export interface AnswerDeps extends WriteDeps {
  readonly system: Pick<ServiceSystem, 'universities'>;
}

/** Records an acceptance, and withdraws the practitioner's other pending offers if no place is left for them. */
export const acceptance = (
  { system, table, chance }: AnswerDeps,
  facts: OfferFacts<'pending'>,
  answer: Extract<OfferDecision, { decision: 'accept' }>,
  now: string,
): Decided => {
  if (sameMailbox(answer.backUp.email, facts.practitioner.email)) return refused('own-back-up');
  const university = system.universities.find(({ id }) => id === facts.request.university);
  const onePerCohort = university?.onePerCohort === true;
  const moved = acceptOffer(facts, { matchId: chance.id(), backUp: answer.backUp, onePerCohort }, now);
  if (!moved.ok) return refused(placeGone(moved.refusal, facts));
  const { request, offer, match } = moved.value;
  const gone = new Set(offersWithoutPlace(moved.value.practitioner).map(({ offerId }) => offerId));
  let { practitioner } = moved.value;
  const withdrawn: Change[] = [];
  const touched = new Set([request.id]);
  for (const other of facts.others.filter((one) => gone.has(one.offer.id))) {
    // Skips a second offer of the same request, because a commit can change a row only once. The next sweep withdraws
    // it.
    if (touched.has(other.request.id)) continue;
    touched.add(other.request.id);
    const back = withdrawOffer({ ...other, practitioner }, now, 'dpp-full');
    practitioner = back.practitioner;
    const about = { ...aboutOffer(other.offer), occasion: 'place-filled' };
    withdrawn.push(
      ...nounChanges(table, { requests: [back.request], offers: [back.offer] }),
      outboxEmail(table, 'practitioner-offer-withdrawn', other.offer.id, about, now),
      outboxEmail(table, 'requester-offer-taken-back', other.offer.id, aboutOffer(other.offer), now),
      requestAudit({ chance, now, actor: 'practitioner' }, other.request.id, 'offer-withdrawn', {
        offer: other.offer.id,
      }),
    );
  }
  practitioner = withNamedTold(practitioner);
  return accepted({
    value: { result: 'accepted', offer, agreed: { request, practitioner, match } },
    changes: [
      ...nounChanges(table, {
        requests: [request],
        practitioners: [practitioner],
        offers: [offer],
        matches: [match],
      }),
      ...unfiledBy(practitionerRows.save(facts.practitioner), practitionerRows.save(practitioner)),
      ...emailsToNamed(table, facts.practitioner, practitioner, now),
      ...ledgerChanges(table, [match]),
      outboxEmail(table, 'requester-match-agreed', match.id, aboutMatch(match), now),
      outboxEmail(table, 'practitioner-match-agreed', match.id, aboutMatch(match), now),
      ...(hasSupport(request)
        ? [outboxEmail(table, 'lead-match-agreed', match.id, aboutMatch(match), now)]
        : []),
      requestAudit({ chance, now, actor: 'practitioner' }, request.id, 'offer-accepted', {
        offer: offer.id,
        match: match.id,
      }),
      ...withdrawn,
    ],
  });
};
