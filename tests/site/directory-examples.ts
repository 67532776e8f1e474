import { travelNote } from '../../shared/reference/travel-attribution.ts';
import type { DistrictMapProps } from '../../site/src/components/district-map.tsx';
import { kentAndMedwayMap } from '../support/district-maps.ts';
import { kentAndMedway } from '../support/kent-and-medway.ts';
import type { DirectoryCardProps } from '../../site/src/views/directory-card.tsx';
import type { DirectoryResultsViewProps } from '../../site/src/views/directory-results-view.tsx';
import type { InsightsViewProps } from '../../site/src/views/insights-view.tsx';
import type { ProfileViewProps } from '../../site/src/views/profile-view.tsx';

const card = (index: number, change: Partial<DirectoryCardProps> = {}): DirectoryCardProps => ({
  name: ['Asha Rahman', 'Tom Okafor', 'Grace Whitfield', 'Lena Novak'][index] ?? 'Sam Field',
  href: `/dpp/example-${index.toString()}`,
  professionWords: 'Pharmacist',
  organisation: 'Riverside Practice, Gillingham',
  placeAndTown: 'Gillingham, Medway and Swale',
  areas: [
    'Anticoagulation',
    'Cardiovascular and hypertension',
    'Polypharmacy and structured medication reviews',
  ],
  setting: 'General practice',
  supervises: ['Pharmacists', 'Nurses and midwives (as practice supervisor)'],
  availability: 'has-places',
  availabilityWords: 'Has places',
  driveWords: 'About 16 minutes from ME7, 6 miles by road',
  confirmedWords: 'Details confirmed 3 weeks ago',
  ...change,
});

const group = (
  name: string,
  legend: string,
  options: readonly string[],
  checked: readonly string[] = [],
) => ({
  name,
  legend,
  options: options.map((label, index) => ({
    value: label.toLowerCase().replaceAll(' ', '-'),
    label,
    count: 17 - index * 3,
    checked: checked.includes(label),
  })),
});

export const directoryResults: DirectoryResultsViewProps = {
  heading: '23 DPPs within 30 minutes by road of ME7',
  filters: {
    action: '/find-a-dpp/results',
    near: 'ME7',
    groups: [
      group('profession', 'Profession', ['Pharmacist', 'Nurse', 'Doctor'], ['Pharmacist']),
      group('area', 'Clinical area', ['Anticoagulation', 'Renal', 'Pain', 'Respiratory'], ['Renal']),
      group('place', 'Place', ['Medway and Swale', 'West Kent', 'East Kent']),
      {
        ...group('minutes', 'Minutes by road', ['15 minutes', '30 minutes', '45 minutes'], ['30 minutes']),
        single: true,
      },
    ],
    hidden: { sort: 'distance' },
  },
  chips: [
    { label: 'Pharmacist', removeHref: '/find-a-dpp/results?near=ME7&area=renal' },
    { label: 'Renal', removeHref: '/find-a-dpp/results?near=ME7&profession=pharmacist' },
    { label: 'Within 30 minutes', removeHref: '/find-a-dpp/results?near=ME7' },
  ],
  clearHref: '/find-a-dpp/results',
  sort: [
    { label: 'minutes by road', href: '/find-a-dpp/results?near=ME7&sort=distance', current: true },
    { label: 'soonest availability', href: '/find-a-dpp/results?near=ME7&sort=availability', current: false },
  ],
  cards: [
    card(0),
    card(1, { availability: 'may-have-places', availabilityWords: 'May have places' }),
    card(2, {
      availability: 'not-now',
      availabilityWords: 'Not taking learners now',
      driveWords: undefined,
    }),
    card(3, { areas: ['Dermatology'] }),
  ],
  pagination: {
    page: 2,
    pages: 3,
    previousHref: '/find-a-dpp/results?near=ME7',
    nextHref: '/find-a-dpp/results?near=ME7&page=3',
  },
  travelNote,
  suggestions: [],
  askHref: '/request-a-dpp/',
  exports: { csvHref: '/open-data/directory.csv?near=ME7', jsonHref: '/open-data/directory.json?near=ME7' },
};

/** The map of Kent and Medway with a number in each district. */
const districts: DistrictMapProps = {
  id: 'district-map',
  title: 'DPPs with places by district',
  head: ['District', 'DPPs', 'With places'],
  width: kentAndMedwayMap.width,
  height: kentAndMedwayMap.height,
  attribution: kentAndMedwayMap.attribution,
  areas: kentAndMedwayMap.districts.map(({ ons, path, label }, index) => ({
    name: kentAndMedway.geography.districts.find((district) => district.ons === ons)?.name ?? ons,
    href: `/find-a-dpp/results?district=${ons}&availability=has-places`,
    count: index,
    words: `${index.toString()} DPPs with places`,
    cells: [index + 2, index],
    paths: [path],
    label,
  })),
};

export const directoryWithMap: DirectoryResultsViewProps = { ...directoryResults, districts };

export const directoryNone: DirectoryResultsViewProps = {
  ...directoryResults,
  heading: '0 DPPs within 30 minutes by road of ME7',
  cards: [],
  pagination: { page: 1, pages: 1 },
  suggestions: [
    {
      label: 'Search without the filter Renal',
      href: '/find-a-dpp/results?near=ME7&profession=pharmacist',
      count: 9,
    },
    { label: 'Search within 60 minutes', href: '/find-a-dpp/results?near=ME7&minutes=60', count: 1 },
  ],
};

export const profile: ProfileViewProps = {
  name: 'Grace Whitfield',
  roleWords: 'Nurse. DPP; for nurses and midwives: practice assessor or practice supervisor',
  availability: 'has-places',
  availabilityWords: 'Has places',
  rows: [
    { label: 'Organisation', value: 'Example Community Services' },
    { label: 'Where', value: ['Faversham, Medway and Swale', 'Canterbury, East Kent'] },
    { label: 'Clinical areas', value: ['Frailty and care homes (lead)', 'Pain'] },
    { label: 'Supervises', value: 'Pharmacists, nurses and midwives' },
  ],
  confirmedWords: 'Details confirmed 3 weeks ago',
  checkWords: 'The programme team has not yet checked this entry against the public register.',
  askHref: '/request-a-dpp/',
};

const places = ['Dartford, Gravesham and Swanley', 'East Kent', 'Medway and Swale', 'West Kent'];

export const insights: InsightsViewProps = {
  map: { ...districts, title: 'Places free by part of Kent and Medway', id: 'map-by-place' },
  headline: '7 learners need a DPP before 14 January; 3 places are unused in Medway and Swale.',
  countedWords: 'Counted at 7am on 21 November 2026',
  figures: [
    { label: 'DPPs listed', value: '64' },
    { label: 'Places free', value: '41' },
    { label: 'Learners waiting', value: '17' },
    { label: 'Median wait for a DPP', value: '9 days' },
  ],
  sections: [
    {
      heading: 'By place',
      paragraphs: ['West Kent has the most learners waiting for each free place.'],
      chart: {
        id: 'by-place',
        title: 'Free places and waiting learners by place',
        series: ['Places free', 'Learners waiting'],
        labelHead: 'Place',
        bars: places.map((label, index) => ({
          label,
          values: [12 - index * 3, index === 1 ? 'Fewer than 5' : index * 4],
        })),
      },
    },
    {
      heading: 'By clinical area',
      chart: {
        id: 'by-area',
        title: 'Free places and waiting learners by clinical area',
        series: ['Places free', 'Learners waiting'],
        labelHead: 'Clinical area',
        bars: [
          { label: 'STOMP and STAMP (learning disability and autism)', values: [3, 1] },
          { label: 'Polypharmacy and structured medication reviews', values: [9, 14] },
        ],
      },
    },
  ],
  notes: ['A learner counts once, also with two seats.', 'Counts below 5 are shown as “fewer than 5”.'],
  downloads: [{ label: 'Download the directory as a spreadsheet (CSV)', href: '/open-data/directory.csv' }],
};
