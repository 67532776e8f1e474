import type * as z from 'zod';
import { emailSchema } from '../../shared/domain/email.ts';
import { ledgerEntrySchema } from '../../shared/domain/ledger.ts';
import { matchSchema } from '../../shared/domain/match.ts';
import { offerSchema } from '../../shared/domain/offer.ts';
import { organisationSchema } from '../../shared/domain/organisation.ts';
import { practitionerSchema } from '../../shared/domain/practitioner.ts';
import { requestSchema } from '../../shared/domain/request.ts';

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

const remember = (schema: z.ZodType): void => {
  const inside = schema._zod;
  const run = inside.run.bind(inside);
  const parsed = new WeakMap<object, unknown>();
  inside.run = (payload, context) => {
    const value: unknown = payload.value;
    if (typeof value !== 'object' || value === null || !Object.isFrozen(value)) return run(payload, context);
    const known = parsed.get(value);
    if (known !== undefined) {
      payload.value = known;
      return payload;
    }
    const done = run(payload, context);
    if (!(done instanceof Promise) && done.issues.length === 0)
      parsed.set(value, frozen<unknown>(done.value));
    return done;
  };
};

/**
 * The memory table hands out the very same frozen row until it changes: what was parsed from it once is parsed. Half of
 * a simulation's time would go into parsing again. What is remembered is frozen too: who changes it fails.
 */
export const rememberParsed = (): void => {
  [
    practitionerSchema,
    requestSchema,
    offerSchema,
    matchSchema,
    emailSchema,
    organisationSchema,
    ledgerEntrySchema,
  ].forEach(remember);
};
