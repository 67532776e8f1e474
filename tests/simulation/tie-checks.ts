import { isErased } from '../../shared/kernel/is-erased.ts';
import type { Committed, Ledger } from './ledger.ts';
import { dppAddress, DPPS, isAddressOf, tieOf } from './people.ts';

/**
 * Checks that a DPP with whom a tie is unclear gets no offer before the team has cleared it, and that the team is asked
 * about such a DPP once. Knows from the people of the simulation whose tie is meant, so that a fault in the product's own
 * comparison is not repeated.
 */
export const tieChecks = (history: Ledger, tell: (what: string) => void) => {
  const ties = new Map<string, string>();
  const asked = new Set<string>();
  return ({ requests, offers, emails }: Committed): void => {
    for (const { before, after } of requests) {
      if (before !== undefined || isErased(after)) continue;
      const name = after.conflicts[0]?.name;
      for (let number = 0; number < DPPS; number += 1)
        if (name === tieOf(number)) ties.set(after.id, dppAddress(number));
    }
    for (const { before, after } of offers) {
      if (before !== undefined) continue;
      const request = history.requests.get(after.requestId);
      const practitioner = history.practitioners.get(after.practitionerId);
      if (request === undefined || isErased(request) || practitioner === undefined) continue;
      const decision = request.tieDecisions?.findLast((one) => one.practitionerId === practitioner.id)?.is;
      if (
        !isErased(practitioner) &&
        isAddressOf(practitioner.email, ties.get(request.id) ?? '') &&
        decision !== 'cleared'
      )
        tell(`offer ${after.id} was made to ${practitioner.id}, with whom a tie is ${decision ?? 'unclear'}`);
    }
    for (const { before, after } of emails) {
      if (before !== undefined || after.name !== 'team-tie-unclear') continue;
      const about = `${after.about.requestId ?? ''} and ${after.about.practitionerId ?? ''}`;
      if (asked.has(about)) tell(`the team is asked twice about the tie of ${about}`);
      asked.add(about);
    }
  };
};
