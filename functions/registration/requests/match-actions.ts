import { firstNameOf } from '../../../shared/people/first-name.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { isSeatIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import type { Action } from '../../../site/src/components/action-list.tsx';

/** What a requester can do about the people who have agreed to supervise. */
export const matchActions = (
  { state, seats }: SupervisionRequest,
  practitioners: ReadonlyMap<string, Practitioner>,
  base: string,
): readonly Action[] =>
  state !== 'open' && state !== 'matched'
    ? []
    : seats.filter(isSeatIn('filled')).map(({ matchId, practitionerId }) => {
        const agreed = practitioners.get(practitionerId);
        return {
          label: `End the supervision by ${agreed === undefined ? 'your DPP' : firstNameOf(agreed.name)}`,
          href: `${base}/end-${matchId}`,
          hint: 'If it cannot go on. The hours done count, and we look for somebody else first of all.',
        };
      });
