import * as z from 'zod';
import type { ServiceSystem } from '../../systems/service-system.ts';
import { requirementWeights } from './all.ts';
import { policyOverrides } from './policy-overrides.ts';

/**
 * Returns the numbers of a system's policy that the requirements read. They are enough to decide who can take a seat,
 * because the numbers of the criteria only rank the candidates.
 */
export const requirementPolicyOf = (system: Pick<ServiceSystem, 'policy' | 'settings'>) =>
  // Does not compile the schema, because compiling it for one value would take most of the time.
  z.object(requirementWeights).parse(policyOverrides(system).numbers, { jitless: true });
