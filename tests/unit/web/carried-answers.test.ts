import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { carriedBy, hiddenFields, linkEnd } from '../../../functions/web/journeys/carried-answers.ts';
import { encryptText } from '../../../functions/web/journeys/encrypt-text.ts';
import { addHours, addMilliseconds, type Instant } from '../../../shared/kernel/time.ts';
import { NOW } from '../../support/builders.ts';

const settings = { purpose: 'register', secrets: ['s'.repeat(32)] as const };
const carried = {
  answers: { name: 'Zoë Example', places: 2, 'patient-facing': true, areas: ['pain', 'lipids'] },
  issuedAt: NOW,
  submissionId: 'sub1',
};
const found = { is: 'answers', carried };
const tooOld = { is: 'too-old' };

const inForm = (text: string, now: Instant = NOW) =>
  carriedBy({ form: { 'so-far': [text] }, query: {} }, settings, now);
const inLink = (text: string, now: Instant = NOW) =>
  carriedBy({ form: {}, query: { 'so-far': [text] } }, settings, now);

const hidden = hiddenFields(carried, settings)['so-far'] ?? '';
const end = linkEnd(carried, settings) ?? '';

/** A hidden field and a link that version 0.1.0 (commit 45e9693) created from the same settings and answers. */
const ISSUED_FIELD =
  'eyJhbnN3ZXJzIjp7Im5hbWUiOiJab8OrIEV4YW1wbGUiLCJwbGFjZXMiOjIsInBhdGllbnQtZmFjaW5nIjp0cnVlLCJhcmVhcyI6WyJwYWluIiwibGlwaWRzIl19LCJpc3N1ZWRBdCI6IjIwMjYtMTEtMjFUMDk6MDA6MDAuMDAwWiIsInN1Ym1pc3Npb25JZCI6InN1YjEifQ.OsK4j014KHv6gMxGArohx03F7cfUMraECN_88BsuUso';
const ISSUED_LINK =
  '-lAdvx8LaOY_Hp_Xvhj92sO8M2ZSgoTjB3PaYcSlQJykIxr_8xr3md9SLtclDRCpaIOaB40qJg5auS6R7KkD5Y1r_o_EKfBVr_gRL19YZBuh7HAWe69wDqMavL8KOgCe0Clui6eg3KX64fx59_fDezmDK55pwxiVI5_nSwPmiI5xSnB_V-qQMLUxcgCDuBKFjN-4GfkNSnAipOXvdvN0a0w';

describe('answers that travel with a form or a link', () => {
  it('come back as they were given', () => {
    expect(inForm(hidden)).toEqual(found);
    expect(inLink(end.slice('?so-far='.length))).toEqual(found);
    expect(carriedBy({ form: {}, query: {} }, settings, NOW)).toEqual({ is: 'nothing' });
  });

  it('are encrypted', () => {
    expect(hidden).toMatch(/^[\w-]+$/u);
    expect(end).toMatch(/^\?so-far=[\w-]+$/u);
    for (const text of [hidden, end.slice('?so-far='.length)])
      expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain('Example');
  });

  it.each([
    ['a form', inForm, hidden],
    ['a link', inLink, end.slice('?so-far='.length)],
    ['a form of version 0.1.0', inForm, ISSUED_FIELD],
    ['a link of version 0.1.0', inLink, ISSUED_LINK],
  ])('open for a day and not longer: %s', (_, read, text) => {
    expect(read(text, addHours(NOW, 24))).toEqual(found);
    expect(read(text, addMilliseconds(addHours(NOW, 24), 1))).toEqual(tooOld);
  });

  const [payload = '', signature = ''] = ISSUED_FIELD.split('.');
  const changed = Buffer.from(JSON.stringify({ ...carried, answers: {} })).toString('base64url');
  it.each([
    ['other answers under an old signature', `${changed}.${signature}`],
    ['a signature cut short', ISSUED_FIELD.slice(0, -2)],
    ['a second signature', `${ISSUED_FIELD}.x`],
    ['no signature', payload],
    ['nothing', ''],
    ['something huge', `${'a'.repeat(60_000)}.b`],
    ['text without an end', hidden.slice(0, -3)],
    ['other text encrypted by us', encryptText('{}', settings)],
    [
      'what was encrypted with another secret',
      hiddenFields(carried, { ...settings, secrets: ['t'.repeat(32)] })['so-far'],
    ],
    [
      'what was encrypted for another journey',
      hiddenFields(carried, { ...settings, purpose: 'request' })['so-far'],
    ],
  ])('do not open: %s', (_, text = '') => {
    expect(inForm(text)).toEqual(tooOld);
    expect(inLink(text)).toEqual(tooOld);
  });

  it.each([
    ['encrypted', hidden],
    ['signed', ISSUED_FIELD],
  ])('do not open with any single character changed: %s', (_, text) => {
    for (let index = 0; index < text.length - 1; index += 1) {
      const other = text[index] === 'A' ? 'B' : 'A';
      expect(inForm(text.slice(0, index) + other + text.slice(index + 1))).toEqual(tooOld);
    }
  });

  it('cannot exceed the size of a form', () => {
    const long = (characters: number) => ({
      ...carried,
      answers: { a: randomBytes(characters).toString('base64').slice(0, characters) },
    });
    expect(() => hiddenFields(long(50_000), settings)).toThrow('too large for a form');
    expect(() => hiddenFields(long(70_000), settings)).toThrow('too large to be encrypted');
    expect(linkEnd(long(7_000), settings)).toBeUndefined();
  });
});
