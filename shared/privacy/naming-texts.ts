import { ERASED } from '../kernel/erased.ts';
import type { ErasedPerson } from './remove-mentions.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import { holds } from './person-in-text.ts';

/** Lists the texts in which a request names people. */
export const namingTextsOfRequest = ({
  conflicts,
  nmpLeadName,
  designatedSupervisorName,
}: SupervisionRequest): readonly string[] =>
  [
    nmpLeadName,
    designatedSupervisorName,
    ...conflicts.flatMap(({ name, address }) => [name, address]),
  ].filter((text) => text !== undefined);

/** Lists the texts in which a listing names people. */
export const namingTextsOfPractitioner = ({
  backUpName,
  employerApprover,
  conflictsDeclared,
}: Practitioner): readonly string[] =>
  [backUpName, employerApprover, conflictsDeclared].filter((text) => text !== undefined);

/**
 * Whether one of the texts contains the person's name or address among other words. The programme team then
 * has to decide what to do.
 */
export const mayName = (texts: readonly string[], person: ErasedPerson): boolean =>
  texts.some((text) => text !== ERASED && holds(text, person));

/**
 * Replaces a text in which a request names people.
 * @param instead the new text, by default the mark for an erased text
 */
export const requestWithText = (
  request: SupervisionRequest,
  text: string,
  instead: string = ERASED,
): SupervisionRequest => ({
  ...request,
  ...(request.nmpLeadName === text ? { nmpLeadName: instead } : {}),
  ...(request.designatedSupervisorName === text ? { designatedSupervisorName: instead } : {}),
  conflicts: request.conflicts.map((conflict) => ({
    ...conflict,
    ...(conflict.name === text ? { name: instead } : {}),
    ...(conflict.address === text ? { address: instead } : {}),
  })),
});

/**
 * Replaces a text in which a listing names people.
 * @param instead the new text, by default the mark for an erased text
 */
export const practitionerWithText = (
  practitioner: Practitioner,
  text: string,
  instead: string = ERASED,
): Practitioner => ({
  ...practitioner,
  ...(practitioner.backUpName === text ? { backUpName: instead } : {}),
  ...(practitioner.employerApprover === text ? { employerApprover: instead } : {}),
  ...(practitioner.conflictsDeclared === text ? { conflictsDeclared: instead } : {}),
});
