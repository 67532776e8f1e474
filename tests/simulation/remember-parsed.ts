import type * as z from 'zod';
import { emailSchema } from '../../shared/domain/email.ts';
import { ledgerEntrySchema } from '../../shared/domain/ledger.ts';
import { matchSchema } from '../../shared/domain/match.ts';
import { offerSchema } from '../../shared/domain/offer.ts';
import { organisationSchema } from '../../shared/domain/organisation.ts';
import { practitionerSchema } from '../../shared/domain/practitioner.ts';
import { requestSchema } from '../../shared/domain/request.ts';
import { roundSchema } from '../../shared/domain/round.ts';

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

const remember = (schema: z.ZodType): void => {
  const parse = schema.parse.bind(schema);
  const parsed = new WeakMap<object, unknown>();
  schema.parse = (value, ...rest) => {
    if (typeof value !== 'object' || value === null || rest.length > 0) return parse(value, ...rest);
    const known = parsed.get(value);
    if (known !== undefined) return known;
    const found = parse(value);
    if (Object.isFrozen(value)) parsed.set(value, frozen(found));
    return found;
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
    roundSchema,
  ].forEach(remember);
};
