import { clinicalAreas } from '../reference/clinical-areas.ts';
import { learnerTypes, professions } from '../reference/professions.ts';
import { settings } from '../reference/settings.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import { availabilities } from './availability.ts';
import { feeStances, modes } from './listing-options.ts';
import type { Listing } from './listing.ts';
import type { Labelled } from './labelled.ts';

/** Names of the filter groups: keys of the URL in canonical order. */
export const groupNames = [
  'profession',
  'area',
  'setting',
  'place',
  'district',
  'supervises',
  'learner-type',
  'availability',
  'mode',
  'fee',
] as const;
export type GroupName = (typeof groupNames)[number];

export interface Group {
  readonly name: GroupName;
  readonly legend: string;
  /** The options, in the order of the page and of the URL. */
  readonly options: readonly Labelled[];
  /**
   * Returns the options that apply to a listing. A listing matches if it has at least one of the selected
   * options in every group that has a selection.
   */
  readonly of: (listing: Listing) => readonly string[];
}

const ids = (entries: readonly Labelled[]): readonly string[] => entries.map(({ id }) => id);

const byWords = (entries: readonly Labelled[]): readonly Labelled[] =>
  entries.toSorted((a, b) => a.words.localeCompare(b.words, 'en-GB'));

const areas = byWords(clinicalAreas);
const sortedSettings = byWords(settings);

/** Filter groups of a system and their options, shared by the page, the API and the exports. */
export const filterGroups = ({ name, geography: { places, districts } }: ServiceSystem): readonly Group[] => [
  {
    name: 'profession',
    legend: 'Profession of the DPP',
    options: professions.filter(({ prescribes }) => prescribes === 'independent'),
    of: ({ profession }) => [profession.id],
  },
  {
    name: 'area',
    legend: 'Clinical area',
    options: areas,
    of: ({ areas }) => ids(areas),
  },
  { name: 'setting', legend: 'Setting', options: sortedSettings, of: ({ setting }) => [setting.id] },
  {
    name: 'place',
    legend: `Part of ${name}`,
    options: places.map((place) => ({ id: place.id, words: place.name })),
    of: ({ sites }) => [...new Set(sites.map(({ place }) => place.id))],
  },
  {
    name: 'district',
    legend: 'District',
    options: byWords(districts.map((district) => ({ id: district.ons, words: district.name }))),
    of: ({ sites }) => [...new Set(sites.flatMap(({ district }) => district?.id ?? []))],
  },
  {
    name: 'supervises',
    legend: 'Supervises your profession',
    options: professions.filter(({ id }) => id !== 'doctor' && id !== 'dentist'),
    of: ({ supervises }) => ids(supervises.professions),
  },
  {
    name: 'learner-type',
    legend: 'Takes your kind of learner',
    options: learnerTypes,
    of: ({ supervises }) => ids(supervises.learnerTypes),
  },
  {
    name: 'availability',
    legend: 'Availability',
    options: availabilities,
    of: ({ availability }) => [availability.id],
  },
  { name: 'mode', legend: 'How they supervise', options: modes, of: ({ mode }) => [mode.id] },
  { name: 'fee', legend: 'Fee', options: feeStances, of: ({ fee }) => [fee.id] },
];
