import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { confirmEmail } from '../../../shared/people/practitioner-moves.ts';
import { expectAccepted } from './expect-accepted.ts';
import type { Stage } from './stories.ts';

const found = (practitioner: Practitioner | undefined): Practitioner => {
  if (practitioner === undefined) throw new Error('the seed has no such DPP');
  return practitioner;
};

/**
 * Makes two cases for the programme team to look into: a listed DPP whose mailbox fails, whose learner stays, and somebody
 * who gives the registration number of another DPP, about which nobody has decided yet.
 */
export const trustCases = ({ world, times }: Stage): void => {
  const all = [...world.practitioners.values()];
  const [lost, first] = all.filter(
    ({ state, commitments, pendingOffers }) =>
      state === 'listed' && commitments.length === 1 && pendingOffers.length === 0,
  );
  const unreachable = found(lost);
  world.keep({ practitioner: { ...unreachable, unreachableSince: times.ago(2) } });
  world.write(
    'team-practitioner-unreachable',
    unreachable.id,
    {
      practitionerId: unreachable.id,
      requestIds: unreachable.commitments.map(({ requestId }) => requestId),
    },
    times.now,
  );

  const owner = found(first);
  const {
    profession,
    regulator,
    registrationNumber,
    supervisesProfessions,
    supervisesLearnerTypes,
    seatRoles,
  } = owner;
  const registered = found(all.findLast(({ state }) => state === 'unconfirmed'));
  const claiming = expectAccepted(
    confirmEmail(
      {
        ...registered,
        ...{ profession, regulator, registrationNumber },
        ...{ supervisesProfessions, supervisesLearnerTypes, seatRoles },
      },
      false,
      times.hoursAgo(5),
    ),
  );
  world.keep({ practitioner: { ...claiming, claimsNumberOf: owner.id } });
  world.write(
    'team-number-claimed',
    claiming.id,
    { practitionerId: claiming.id, otherPractitionerId: owner.id },
    times.now,
  );
};
