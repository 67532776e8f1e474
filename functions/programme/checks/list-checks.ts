import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { regulatorOf } from '../../../shared/reference/regulators.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';

/** Data that the team needs to look up a practitioner in a register. */
export interface CheckWanted {
  readonly id: string;
  readonly why: 'new' | 'listed-unchecked' | 'due-again';
  readonly name: string;
  readonly profession: string;
  readonly registrationNumber: string;
  readonly register: string;
  readonly annotationYear: number | undefined;
  readonly yearsPrescribing: number;
  readonly patientFacing: boolean;
  readonly flags: readonly string[];
  readonly justification: string | undefined;
  readonly conflictsDeclared: string | undefined;
  readonly since: string;
}

const whyOf = (practitioner: Practitioner, today: Day): CheckWanted['why'] | undefined => {
  if (practitioner.state === 'awaiting-check') return 'new';
  if (practitioner.provisional) return 'listed-unchecked';
  return practitioner.check !== undefined && practitioner.check.dueOn <= today ? 'due-again' : undefined;
};

/**
 * Lists practitioners whose register entry must be checked: first those who have never been checked, then those who
 * have waited longest.
 */
export const listChecks =
  ({ practitioners }: { readonly practitioners: Pick<PractitionerRepository, 'inState'> }) =>
  async (today: Day): Promise<readonly CheckWanted[]> => {
    const [waiting, listed, paused] = await Promise.all([
      practitioners.inState('awaiting-check'),
      practitioners.inState('listed'),
      practitioners.inState('paused'),
    ]);
    return [...waiting, ...listed, ...paused].flatMap((practitioner) => {
      const why = whyOf(practitioner, today);
      return why === undefined
        ? []
        : [
            {
              id: practitioner.id,
              why,
              name: practitioner.name,
              profession: practitioner.profession,
              registrationNumber: practitioner.registrationNumber,
              register: regulatorOf(practitioner.regulator).registerUrl,
              annotationYear: practitioner.annotationYear,
              yearsPrescribing: practitioner.yearsPrescribing,
              patientFacing: practitioner.patientFacing,
              flags: practitioner.flags,
              justification: practitioner.justification,
              conflictsDeclared: practitioner.conflictsDeclared,
              since: practitioner.confirmedAt,
            },
          ];
    });
  };
