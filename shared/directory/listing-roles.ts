import type { Practitioner } from '../people/practitioner.ts';
import { professions, type ProfessionId } from '../reference/professions.ts';

const regulatedByHcpc: ReadonlySet<ProfessionId> = new Set(
  professions
    .filter(({ regulators }) => regulators.some((regulator) => regulator === 'hcpc'))
    .map(({ id }) => id),
);

/**
 * Lists a practitioner's roles in words. For a DPP who takes learners of HCPC professions, adds the HCPC's
 * own term.
 */
export const rolesOf = ({
  seatRoles,
  supervisesProfessions,
}: Pick<Practitioner, 'seatRoles' | 'supervisesProfessions'>): string[] => {
  const takesHcpc = supervisesProfessions.some((profession) => regulatedByHcpc.has(profession));
  return [
    ...(seatRoles.includes('dpp') ? ['Designated prescribing practitioner (DPP)'] : []),
    ...(seatRoles.includes('dpp') && takesHcpc ? ['Practice educator (HCPC professions)'] : []),
    ...(seatRoles.includes('practice-assessor') ? ['Practice assessor (nurses and midwives)'] : []),
    ...(seatRoles.includes('practice-supervisor') ? ['Practice supervisor (nurses and midwives)'] : []),
    ...(seatRoles.includes('spoke-supervisor') ? ['Spoke supervisor (some of the hours)'] : []),
  ];
};
