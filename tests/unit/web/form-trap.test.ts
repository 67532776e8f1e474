import { describe, expect, it } from 'vitest';
import { isTrapped } from '../../../functions/web/journeys/form-trap.ts';
import { addMilliseconds } from '../../../shared/kernel/time.ts';
import { NOW } from '../../support/builders.ts';

describe('the honeypot field', () => {
  it.each([
    ['a program that fills every field', { website: ['https://spam.example'] }, 60_000, true],
    ['a program that is quicker than reading', { website: [''] }, 2_999, true],
    ['a person', { website: [''] }, 3_000, false],
    ['a person whose browser does not send the field', {}, 60_000, false],
  ])('%s', (_, form, after, trapped) => {
    expect(isTrapped(form, { issuedAt: NOW }, addMilliseconds(NOW, after))).toBe(trapped);
  });
});
