import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { fieldErrorsOf } from '../../../shared/kernel/field-errors.ts';
import { singleLine } from '../../../shared/kernel/text-rules.ts';
import { cases } from '../../support/campaign.ts';

/** Returns the accepted value, or "!" followed by the name of the broken rule. */
const outcome = (schema: z.ZodType<string>, input: unknown): string | undefined => {
  const parsed = schema.safeParse(input);
  return parsed.success ? parsed.data : `! ${fieldErrorsOf(parsed.error)[0]?.rule ?? ''}`;
};

describe('a single line', () => {
  it('changes nothing more when it is read a second time', () => {
    const line = singleLine({ label: 'Text', max: 1_000 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        const once = line.safeParse(input);
        if (once.success) expect(outcome(line, once.data)).toBe(once.data);
      }),
      { numRuns: cases(100) },
    );
  });
});
