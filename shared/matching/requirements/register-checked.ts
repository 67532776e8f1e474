import * as z from 'zod';
import { weighedRequirement } from './requirement.ts';

const weights = {
  /**
   * Whether practitioners who were listed before the programme team checked them may be asked to supervise.
   */
  acceptProvisional: z.strictObject({ value: z.boolean(), reason: z.string().min(1) }).default({
    value: true,
    reason:
      'DPPs with an email address at a trusted domain are listed straight away and marked “not yet checked”. They may be sent offers.',
  }),
};

export const registerChecked = weighedRequirement(weights, {
  name: 'register-checked',
  label: 'Register check',
  meets: ({ policy }, { check, provisional }) =>
    check !== undefined || (provisional && policy.acceptProvisional.value),
  compared: (_, { provisional }) => ({
    wanted: 'a recorded check',
    found: provisional ? 'listed without a check' : 'no check',
  }),
  kind: ({ check, provisional }) => `${String(check !== undefined)} ${String(provisional)}`,
});
