import { describe, expect, it } from 'vitest';
import { parseFilters } from '../../../shared/directory/filters.ts';
import { askOutcode } from '../../../shared/journeys/question-builders.ts';
import { neighbourInWords } from '../../../shared/systems/outside-words.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const beside = {
  ...kentAndMedway,
  neighbouringServices: [
    {
      id: 'sussex',
      board: 'S9B9J',
      boardName: 'NHS Surrey and Sussex',
      name: 'Sussex',
      siteUrl: 'https://sussex.example',
      outcodes: ['TN3', 'TN5', 'TN6', 'TN7'],
    },
  ],
};

describe('a postcode at the border', () => {
  it.each(['TN6', 'tn6 1ab', 'TN61AB', ' Tn 6 '])('typed as %j is said to be the neighbour’s', (written) => {
    expect(neighbourInWords(beside, written)).toBe(
      'TN6 (Crowborough) belongs to NHS Surrey and Sussex Integrated Care Board: go to the service for Sussex, https://sussex.example',
    );
  });

  it('is not said to have a service if the neighbour’s is not in this deployment', () => {
    expect(neighbourInWords(kentAndMedway, 'TN6')).toBe(
      'TN6 (Crowborough) belongs to NHS Surrey and Sussex Integrated Care Board, not to this service',
    );
  });

  it.each(['LS1', 'M1 1AA', 'Crowborough', ''])('is not claimed of %j', (written) => {
    expect(neighbourInWords(beside, written)).toBeUndefined();
  });

  it('is named in a form’s error and in the search box', () => {
    const asked = {
      name: 'outcode',
      label: 'Postcode',
      missing: 'Enter a postcode',
      changeWords: 'postcode',
    };
    const { error } = askOutcode(beside, asked).schema.safeParse('tn6 1ab');
    expect(error?.issues[0]?.message).toContain('go to the service for Sussex, https://sussex.example');
    expect(parseFilters({ near: ['TN6'] }, beside).nearError?.words).toContain(
      'belongs to NHS Surrey and Sussex',
    );
    expect(askOutcode(beside, asked).schema.safeParse('LS1').error?.issues[0]?.message).toBe(
      'Enter the first half of a postcode in Kent and Medway, like ME7',
    );
  });

  it('leads to no service that does not have its outcode, even of the same board', () => {
    expect(neighbourInWords(beside, 'RH8')).toBe(
      'RH8 (Oxted, Limpsfield) belongs to NHS Surrey and Sussex Integrated Care Board, not to this service',
    );
  });
});

describe('a postcode in an outcode that two boards share', () => {
  const asked = {
    name: 'outcode',
    label: 'Postcode',
    missing: 'Enter a postcode',
    changeWords: 'postcode',
  };
  const { schema } = askOutcode(beside, asked);
  const answer = (written: string) => {
    const read = schema.safeParse(written);
    return read.success ? read.data : read.error.issues[0]?.message;
  };

  it.each([
    [
      'TN3 9QP',
      'TN3 9QP (Groombridge) belongs to NHS Surrey and Sussex Integrated Care Board: go to the service for Sussex, https://sussex.example',
    ],
    [
      'tn39qp',
      'TN3 9QP (Groombridge) belongs to NHS Surrey and Sussex Integrated Care Board: go to the service for Sussex, https://sussex.example',
    ],
    [
      'TN16 3AB',
      'TN16 3AB (Biggin Hill) belongs to NHS South East London Integrated Care Board, not to this service',
    ],
    [
      'TN16 2AB',
      'TN16 2AB (Tatsfield) belongs to NHS Surrey and Sussex Integrated Care Board, not to this service',
    ],
    [
      'DA1 4AB',
      'DA1 4AB (Crayford) belongs to NHS South East London Integrated Care Board, not to this service',
    ],
  ])('%s is named as the neighbour’s', (written, words) => {
    expect(answer(written)).toBe(words);
    expect(parseFilters({ near: [written] }, beside).notes).toEqual([words]);
  });

  it.each([
    ['TN3 8EX', 'TN3'],
    ['TN3 9AB', 'TN3'],
    ['TN3', 'TN3'],
    ['TN16 1RB', 'TN16'],
    ['DA1 2JP', 'DA1'],
    ['ME1 3SX', 'ME1'],
  ])('%s is taken', (written, outcode) => {
    expect(answer(written)).toBe(outcode);
    expect(parseFilters({ near: [written] }, beside).notes).toEqual([]);
  });

  it('DA1 4, which may be the outcode DA14, is read as the outcode', () => {
    expect(answer('DA1 4')).toContain('DA14 (Sidcup, Foots Cray) belongs to NHS South East London');
  });
});
