import { firstNameOf } from '../../../shared/people/first-name.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { isSeatIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import type { Action } from '../../../site/src/components/action-list.tsx';

/** Actions of a requester on the people who have agreed to supervise. */
export const matchActions = (
  { state, seats }: SupervisionRequest,
  practitioners: ReadonlyMap<string, Practitioner>,
  base: string,
  today: Day,
): readonly Action[] =>
  state !== 'open' && state !== 'matched'
    ? []
    : seats.filter(isSeatIn('filled')).flatMap(({ matchId, practitionerId }) => {
        const agreed = practitioners.get(practitionerId);
        const name = agreed === undefined ? 'your DPP' : firstNameOf(agreed.name);
        const begun =
          agreed?.commitments.some((one) => one.matchId === matchId && one.from <= today) === true;
        return [
          ...(begun
            ? [{ label: `Say that the hours with ${name} are done`, href: `${base}/finish-${matchId}` }]
            : []),
          {
            label: `End the supervision by ${name}`,
            href: `${base}/end-${matchId}`,
            hint: 'If it cannot go on. The hours done count, and we look for somebody else first of all.',
          },
        ];
      });
