import { describe, expect, it } from 'vitest';
import { isTrapped, seal, unseal } from '../../../functions/web/journeys/seal-answers.ts';
import { addHours, addMilliseconds } from '../../../shared/kernel/time.ts';
import { NOW } from '../../support/builders.ts';

const sealing = { purpose: 'register', secret: 's'.repeat(32) };
const soFar = {
  answers: { name: 'Zoë Example', places: 2, 'patient-facing': true, areas: ['pain', 'lipids'] },
  issuedAt: NOW,
  submissionId: 'sub1',
};
const sealed = seal(soFar, sealing);

describe('answers that travel with the form', () => {
  it('come back as they were given', () => {
    expect(unseal(sealed, sealing, addHours(NOW, 1))).toEqual({ ok: true, value: soFar });
  });

  it('look like one plain word', () => {
    expect(sealed).toMatch(/^[\w-]+\.[\w-]+$/u);
  });

  it('open for a day and not longer', () => {
    expect(unseal(sealed, sealing, addHours(NOW, 24)).ok).toBe(true);
    expect(unseal(sealed, sealing, addMilliseconds(addHours(NOW, 24), 1))).toEqual({
      ok: false,
      refusal: 'expired',
    });
  });

  const changed = Buffer.from(JSON.stringify({ ...soFar, answers: {} })).toString('base64url');
  it.each([
    ['other answers under the old seal', `${changed}.${sealed.split('.')[1]!}`],
    ['a seal cut short', sealed.slice(0, -2)],
    ['a second part', `${sealed}.x`],
    ['no seal', sealed.split('.')[0]!],
    ['nothing', ''],
    ['something huge', `${'a'.repeat(60_000)}.b`],
    ['what was sealed with another secret', seal(soFar, { ...sealing, secret: 't'.repeat(32) })],
    ['what was sealed for another journey', seal(soFar, { ...sealing, purpose: 'request' })],
  ])('do not open: %s', (_, text) => {
    expect(unseal(text, sealing, NOW)).toEqual({ ok: false, refusal: 'tampered' });
  });

  it('do not open with any single character changed', () => {
    for (let index = 0; index < sealed.length; index += 1) {
      const other = sealed[index] === 'A' ? 'B' : 'A';
      const altered = sealed.slice(0, index) + other + sealed.slice(index + 1);
      const opened = unseal(altered, sealing, NOW);
      // The last character of base64url carries unused bits: the same bytes are the same seal.
      expect(opened.ok && index < sealed.length - 1).toBe(false);
    }
  });

  it('cannot grow past what a form may hold', () => {
    expect(() => seal({ ...soFar, answers: { a: 'b'.repeat(40_000) } }, sealing)).toThrow('too large');
  });
});

describe('the trap for programs', () => {
  it.each([
    ['a program that fills every field', { website: ['https://spam.example'] }, 60_000, true],
    ['a program that is quicker than reading', { website: [''] }, 2_999, true],
    ['a person', { website: [''] }, 3_000, false],
    ['a person whose browser left the field out', {}, 60_000, false],
  ])('%s', (_, form, after, trapped) => {
    expect(isTrapped(form, soFar, addMilliseconds(NOW, after))).toBe(trapped);
  });
});
