import { expect, it } from 'vitest';
import { organisationHint } from '../../../shared/journeys/organisation-hint.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { sussex } from '../../support/sussex.ts';

it('names the kinds of organisation where all are listed', () => {
  expect(organisationHint(kentAndMedway, 'you work')).toBe(
    'The practice, pharmacy, network or trust that you work for.',
  );
});

it('asks to type the name of a practice or pharmacy where they are not', () => {
  expect(organisationHint(sussex, 'the learner works')).toBe(
    'The practice, pharmacy, network or trust that the learner works for. Type the name of a practice or pharmacy in full: our list has only networks and trusts.',
  );
});
