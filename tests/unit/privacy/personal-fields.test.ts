import { describe, expect, it } from 'vitest';
import { rows } from '../../../functions/store/table/rows.ts';
import { dataOfPractitioner, dataOfRequester } from '../../../functions/privacy/export/personal-data.ts';
import { withoutPersonal } from '../../../functions/privacy/erasure/without-personal.ts';
import { withoutLead } from '../../../functions/privacy/retention/retain-free-text.ts';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import { erasedPractitioner } from '../../../shared/privacy/erase-practitioner.ts';
import { erasedRequest } from '../../../shared/privacy/erase-request.ts';
import { anOffer, NOW } from '../../support/builders.ts';
import { dpp, everythingAboutTwo, learner } from '../../support/everything-about-two.ts';
import { grown, growthOf } from '../../support/grown.ts';
import { fixturesOf } from '../../support/row-fixtures.ts';

/** Lists the texts in a value, at any depth. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Lists the texts that the personal fields of a record contain both before and after erasure. */
const left = (noun: object, personal: readonly string[], erased: object): readonly string[] => {
  const still = new Set(
    Object.entries(erased)
      .filter(([field]) => personal.includes(field))
      .flatMap(([, value]) => textsIn(value)),
  );
  return Object.entries(noun)
    .filter(([field]) => personal.includes(field))
    .flatMap(([, value]) => textsIn(value))
    .filter((text) => still.has(text));
};

describe('the personal fields of a kind of row', () => {
  it.each(fixturesOf('practitioner', 1).map((row) => [row.pk, row] as const))(
    'are cleared in %s',
    (_, row) => {
      const noun = rows.practitioner.parse(row);
      if (isErased(noun)) return;
      const erased = erasedPractitioner(noun, NOW);
      const place = noun.sites[0]?.place;
      expect(left(noun, rows.practitioner.personal, erased).filter((text) => text !== place)).toEqual([]);
    },
  );

  it.each([1, 2].flatMap((shape) => fixturesOf('request', shape)).map((row) => [row.pk, row] as const))(
    'are cleared in %s',
    (_, row) => {
      const noun = rows.request.parse(row);
      if (isErased(noun)) return;
      const erased = erasedRequest(noun, NOW);
      const { place } = noun.site;
      expect(left(noun, rows.request.personal, erased).filter((text) => text !== place)).toEqual([]);
    },
  );

  it('are cleared in offers and organisations', () => {
    const offer = anOffer({
      state: 'declined',
      decidedAt: NOW,
      declineReason: 'other',
      declineNote: 'a note',
    });
    expect(withoutPersonal(rows.offer, offer)).not.toHaveProperty('declineNote');
    expect(withoutPersonal(rows.offer, anOffer())).toBeUndefined();
    for (const row of fixturesOf('organisation', 1)) {
      const organisation = rows.organisation.parse(row);
      expect(
        left(organisation, rows.organisation.personal, withoutLead(organisation) ?? organisation),
      ).toEqual([]);
    }
  });

  it('need no change in a record that has none of them', () => {
    const notes = { personal: ['note' as const], without: () => ({ id: 'a', note: undefined }) };
    expect(withoutPersonal(notes, { id: 'a', note: undefined })).toBeUndefined();
  });

  it('are shown to the person whom an export is for', async () => {
    const its = await everythingAboutTwo();
    const [theirs, learners] = [
      JSON.stringify(await dataOfPractitioner(its)('dpp1')),
      JSON.stringify(await dataOfRequester(its)('req1')),
    ];
    const shown = (noun: object, personal: readonly string[], text: string): readonly string[] =>
      Object.entries(noun)
        .filter(([field]) => personal.includes(field))
        .flatMap(([, value]) => textsIn(value))
        .filter((one) => !text.includes(JSON.stringify(one).slice(1, -1)));
    expect(shown(dpp, rows.practitioner.personal, theirs)).toEqual([]);
    expect(shown(learner, rows.request.personal, learners)).toEqual([]);
  });
});

describe('a field of a later version', () => {
  it('is dropped by an erasure, because nobody knows whether it holds a person', () => {
    const person = erasedPractitioner(grown(dpp) as typeof dpp, NOW);
    const request = erasedRequest(grown({ ...learner, state: 'completed' }) as typeof learner, NOW);
    expect(growthOf(person)).toBe(0);
    expect(growthOf(request)).toBe(0);
  });
});
