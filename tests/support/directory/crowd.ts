import { directoryOf, entriesOf } from '../../../shared/directory/directory.ts';
import { feeStances, modes, type Practitioner } from '../../../shared/people/practitioner.ts';
import { clinicalAreaIds } from '../../../shared/reference/clinical-areas.ts';
import { learnerTypeIds, professions } from '../../../shared/reference/professions.ts';
import { settingIds } from '../../../shared/reference/settings.ts';
import { aPractitioner, TODAY } from '../builders.ts';
import { kentAndMedway } from '../kent-and-medway.ts';

const at = <Item>(list: readonly Item[], index: number): Item => list[index % list.length]!;
const independent = professions.filter(({ prescribes }) => prescribes === 'independent').map(({ id }) => id);

/**
 * Returns the nth member of a crowd. In the crowd, every option of every filter occurs in combination with all kinds of
 * other options.
 */
const { outcodes } = kentAndMedway.geography;

const member = (n: number): Practitioner => {
  const { outcode, town, place } = at(outcodes, n * 7);
  const leadArea = at(clinicalAreaIds, n);
  return aPractitioner({
    id: `p${String(n)}`,
    name: `Person ${String.fromCharCode(65 + (n % 26))} Number${String(n)}`,
    profession: at(independent, n * 3 + 1),
    supervisesProfessions: [at(independent, n), at(independent, n + 2)],
    supervisesLearnerTypes: [at(learnerTypeIds, n)],
    leadArea,
    areas: [leadArea, at(clinicalAreaIds, n * 5 + 2)],
    setting: at(settingIds, n),
    organisation: { id: 'harbour-surgery', name: 'Harbour Surgery' },
    sites: [{ outcode, town, place }],
    mode: at(modes, n),
    fee: at(feeStances, n),
    placesOffered: n % 4 === 0 ? 0 : 1,
    nextYear: n % 8 === 0 ? 'maybe' : 'no',
  });
};

export const crowd: readonly Practitioner[] = Array.from({ length: 120 }, (_, n) => member(n));

export const crowdDirectory = directoryOf(crowd, TODAY, kentAndMedway);

export const crowdEntries = entriesOf(crowd, TODAY, kentAndMedway);
