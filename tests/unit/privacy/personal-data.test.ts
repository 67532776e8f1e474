import { describe, expect, it } from 'vitest';
import { dataOfPractitioner, dataOfRequester } from '../../../functions/privacy/export/personal-data.ts';
import { everythingAboutTwo, XANTHIPPE } from '../../support/everything-about-two.ts';

describe('an export of personal data', () => {
  it('of a practitioner covers every kind of row about them', async () => {
    const its = await everythingAboutTwo();
    const data = JSON.stringify(await dataOfPractitioner(its)('dpp1'));
    for (const mark of [
      'Zephyrine Quill',
      '2099887',
      'free text of Zephyrine one',
      'free text of Zephyrine four',
      'free text of Zephyrine five',
      'has conditions',
      '"match1"',
      '"offer0"',
      '"practitioner-match-agreed"',
      '"kind":"manage"',
      '"notWrittenTo":"nudges"',
      '"reserved":["email","registration"]',
      '"namedByOthers":{"listings":1,"requests":1,"prescribingLeadOf":["Harbour Surgery"]}',
    ])
      expect(data, mark).toContain(mark);
    expect(data).not.toMatch(XANTHIPPE);
  });

  it('of a requester covers every kind of row about them, and nobody else', async () => {
    const its = await everythingAboutTwo();
    const data = JSON.stringify(await dataOfRequester(its)('req1'));
    for (const mark of [
      'Xanthippe Moor',
      'Wolfram Moor',
      '2077665',
      'free text of Xanthippe four',
      'free text of Xanthippe five',
      '"conflict-cleared"',
      '"requester-match-agreed"',
      '"kind":"status"',
      '"notWrittenTo":"nudges"',
      '"prescribingLeadOf":["North Trust"]',
    ])
      expect(data, mark).toContain(mark);
    expect(data).not.toMatch(/zephyrine|quill|has conditions/iu);
  });
});
