import { describe, expect, it } from 'vitest';
import { parseFilters } from '../../../shared/directory/filters.ts';
import { askOutcode } from '../../../shared/journeys/question-builders.ts';
import { neighbourInWords } from '../../../shared/systems/outside-words.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const beside = {
  ...kentAndMedway,
  neighbouringServices: [
    { id: 'sussex', board: 'S9B9J', boardName: 'NHS Surrey and Sussex', siteUrl: 'https://sussex.example' },
  ],
};

describe('a postcode at the border', () => {
  it.each(['TN6', 'tn6 1ab', 'TN61AB', ' Tn 6 '])('typed as %j is said to be the neighbour’s', (written) => {
    expect(neighbourInWords(beside, written)).toBe(
      'TN6 (Crowborough) belongs to NHS Surrey and Sussex Integrated Care Board: go to https://sussex.example',
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
    expect(error?.issues[0]?.message).toContain('go to https://sussex.example');
    expect(parseFilters({ near: ['TN6'] }, beside).nearError?.words).toContain(
      'belongs to NHS Surrey and Sussex',
    );
    expect(askOutcode(beside, asked).schema.safeParse('LS1').error?.issues[0]?.message).toBe(
      'Enter the first half of a postcode in Kent and Medway, like ME7',
    );
  });

  it('is taken if the outcode is split and has a part in this system', () => {
    const asked = {
      name: 'outcode',
      label: 'Postcode',
      missing: 'Enter a postcode',
      changeWords: 'postcode',
    };
    expect(askOutcode(beside, asked).schema.parse('TN3 9QP')).toBe('TN3');
  });
});
