import type { ServiceSystem } from '../systems/service-system.ts';

/**
 * The hint of a question for an organisation.
 * @param whose who works there, with the verb: "you work"
 */
export const organisationHint = (
  { workplacesListed }: Pick<ServiceSystem, 'workplacesListed'>,
  whose: string,
): string => {
  const what = `The practice, pharmacy, network or trust that ${whose} for.`;
  return workplacesListed
    ? what
    : `${what} Type the name of a practice or pharmacy in full: our list has only networks and trusts.`;
};
