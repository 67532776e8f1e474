import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { learnerTypeIds, professions } from '../../../shared/reference/professions.ts';
import { clinicalAreaIds } from '../../../shared/reference/clinical-areas.ts';
import { settingIds } from '../../../shared/reference/settings.ts';
import { weekdays } from '../../../shared/reference/vocabulary.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { outcodes } = kentAndMedway.geography;
const independent = professions.filter(({ prescribes }) => prescribes === 'independent').map(({ id }) => id);
const professionIds = professions.map(({ id }) => id);

/** Derives a whole number below `most` from two integers. The same two integers always give the same number. */
const draw = (index: number, salt: number, most: number): number =>
  ((Math.imul(index * 31 + salt, 0x9e3779b1) >>> 0) >>> 3) % most;
const pick = <Item>(items: readonly Item[], index: number, salt: number): Item =>
  items[draw(index, salt, items.length)]!;
const some = <Item>(items: readonly Item[], index: number, salt: number, count: number): Item[] => [
  ...new Set(Array.from({ length: count }, (_, n) => pick(items, index, salt + n))),
];
const word = (index: number, salt: number): string =>
  Array.from({ length: 3 }, (_, n) =>
    pick(['ba', 'lo', 'mi', 'ru', 'ta', 'ven', 'son', 'kel'], index, salt + n),
  ).join('');
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Makes DPPs whose details vary as those of a real system do: some full, some remote, many with a second site. */
export const people = (count: number): readonly Practitioner[] =>
  Array.from({ length: count }, (_, n) => {
    const sites = some(outcodes, n, 1, 1 + draw(n, 2, 2)).map(({ outcode, town, place }) => ({
      outcode,
      town,
      place,
    }));
    const leadArea = pick(clinicalAreaIds, n, 3);
    const organisation = draw(n, 4, Math.max(20, Math.ceil(count / 12)));
    return aPractitioner({
      id: `dpp${String(n).padStart(13, '0')}`,
      name: `${capital(word(n, 5))} ${capital(word(n, 9))}`,
      email: `dpp${String(n)}@dpp.example`,
      registrationNumber: String(2_000_000 + n),
      profession: pick(independent, n, 13),
      supervisesProfessions: ['pharmacist', ...some(professionIds, n, 14, 3)],
      supervisesLearnerTypes: ['pharmacist-ip', ...some(learnerTypeIds, n, 18, 2)],
      leadArea,
      areas: [leadArea, ...some(clinicalAreaIds, n, 21, 2)],
      setting: pick(settingIds, n, 24),
      organisation: { id: `org${String(organisation)}`, name: `${capital(word(organisation, 25))} Practice` },
      sites,
      days: some(weekdays, n, 29, 3),
      mode: pick(['in-person', 'in-person', 'mixed'] as const, n, 32),
      fee: pick(['free', 'by-agreement', 'ask'] as const, n, 33),
      placesOffered: draw(n, 34, 3),
      availableFrom: pick(['2026-11-01', '2027-01-04', '2027-03-01'], n, 35),
      hoursPerWeek: 4 + draw(n, 36, 8),
    });
  });

/** Makes open requests, one for every forty DPPs, and at least three. */
export const learners = (count: number): readonly SupervisionRequest[] =>
  Array.from({ length: Math.max(3, Math.ceil(count / 40)) }, (_, n) => {
    const { outcode, town, place } = pick(outcodes, n, 41);
    const leadArea = pick(clinicalAreaIds, n, 42);
    return aRequest({
      id: `req${String(n).padStart(13, '0')}`,
      email: `learner${String(n)}@learner.example`,
      registrationNumber: String(3_000_000 + n),
      site: { outcode, town, place },
      leadArea,
      areas: [leadArea],
      seats: [aSeat({ id: `seat${String(n)}`, hours: 60 })],
    });
  });
