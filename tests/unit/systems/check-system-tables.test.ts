import { expect, it } from 'vitest';
import {
  checkRiverlands,
  type Breakage,
  inFile,
  inSystem,
  riverlands,
  withLine,
  withoutFile,
} from '../../support/broken-system.ts';

const organisations = inFile('organisations.csv');
const travel = inFile('travel.csv');
const aliases = inFile('aliases.csv');
const borders = inFile('districts.geojson');

const island =
  '{"properties":{"ons":"ZZ7000009"},"geometry":{"type":"Polygon","coordinates":[[[1,54],[1,55],[2,55],[1,54]]]}}';

const breakages: readonly (readonly [mistake: string, edit: Breakage, line: string])[] = [
  [
    'an organisation’s code twice',
    organisations('ZZF02', 'ZZF03'),
    'organisations.csv, row 17 (ZZF03): another row has the code ZZF03 too',
  ],
  [
    'an organisation of an unknown kind',
    organisations('ZZF05,Gullhaven Pharmacy,pharmacy', 'ZZF05,Gullhaven Pharmacy,chemist'),
    'organisations.csv, row 19 (ZZF05): its kind “chemist” is not one of nhs-trust, trust-site, pcn, gp-practice, pharmacy, community-provider, hospice, university, other',
  ],
  [
    'a pharmacy’s code of a wrong form',
    organisations('ZZF05', 'F1'),
    'organisations.csv, row 19 (F1): the code “F1” of a pharmacy should look like FA123',
  ],
  [
    'an organisation in a part of an outcode that is a neighbour’s',
    inSystem((draft) => {
      draft.neighbouringOutcodes!.push({
        ...draft.neighbouringOutcodes![1]!,
        outcode: 'ZZ8',
        parts: [{ postcodes: 'ZZ8 1AC', area: 'Gullhaven Cross' }],
      });
    }),
    'organisations.csv, row 19 (ZZF05): its postcode ZZ8 1AC lies in ZZ8 1AC, which system.json says is a neighbour’s: correct one',
  ],
  [
    'an organisation without a name',
    organisations('Riverside Hospice', ''),
    'organisations.csv, row 20 (ZZR901): has no name',
  ],
  [
    'an organisation in no place that exists',
    organisations('Merrow,lower-river', 'Merrow,coast'),
    'organisations.csv, row 20 (ZZR901): its place “coast” does not exist. Places: upper-river, lower-river, the-levels',
  ],
  [
    'an organisation with the outcode of another postcode',
    organisations('ZZ7 1AA,ZZ7', 'ZZ7 1AA,ZZ8'),
    'organisations.csv, row 20 (ZZR901): its outcode is “ZZ8”, but its postcode ZZ7 1AA says ZZ7',
  ],
  [
    'an organisation with half a postcode',
    organisations('ZZ7 1AA,ZZ7', 'ZZ7,ZZ7'),
    'organisations.csv, row 20 (ZZR901): its postcode “ZZ7” should look like AB1 5NY',
  ],
  [
    'an organisation of the system without a place',
    organisations('Merrow,lower-river', 'Merrow,'),
    'organisations.csv, row 20 (ZZR901): has no place, although ZZ7 is an outcode of the system',
  ],
  [
    'an organisation far outside',
    organisations('ZZ7 1AA,ZZ7', 'LS1 1AA,LS1'),
    'organisations.csv, row 20 (ZZR901): LS1 is neither an outcode of the system nor of a neighbour: correct it, or empty the place',
  ],
  [
    'a practice of a network that does not exist',
    organisations('Birchstoke,upper-river,ZZR101', 'Birchstoke,upper-river,ZZR199'),
    'organisations.csv, row 9 (ZZR302): its parent ZZR199 does not exist here',
  ],
  [
    'a practice whose parent is a pharmacy',
    organisations('Birchstoke,upper-river,ZZR101', 'Birchstoke,upper-river,ZZF01'),
    'organisations.csv, row 9 (ZZR302): its parent ZZF01 is a pharmacy: a gp-practice belongs to a pcn',
  ],
  [
    'a pharmacy without an owner',
    organisations('Gullhaven,lower-river,ZZP3', 'Gullhaven,lower-river,'),
    'organisations.csv, row 19 (ZZF05): has no parent: give the code of its network, owner or board',
  ],
  [
    'an organisation that is its own parent',
    organisations('Gullhaven,lower-river,ZZP3', 'Gullhaven,lower-river,ZZF05'),
    'organisations.csv, row 19 (ZZF05): is its own parent',
  ],
  [
    'a closed practice without a day',
    organisations('closed,2026-11,2024-03-31', 'closed,2026-11,'),
    'organisations.csv, row 13 (ZZR306): is closed: closed_on is missing',
  ],
  [
    'an active practice that closed',
    organisations('closed,2026-11,2024-03-31', 'active,2026-11,2024-03-31'),
    'organisations.csv, row 13 (ZZR306): is active, but closed on 2024-03-31',
  ],
  [
    'a day that does not exist',
    organisations('closed,2026-11,2024-03-31', 'closed,2026-11,2024-02-31'),
    'organisations.csv, row 13 (ZZR306): closed_on “2024-02-31” is not a day such as 2023-06-13',
  ],
  [
    'an unknown status',
    organisations('closed,2026-11,2024-03-31', 'shut,2026-11,'),
    'organisations.csv, row 13 (ZZR306): its status “shut” is not one of active, closed, unknown',
  ],
  [
    'one pharmacy under two codes',
    withLine(
      'organisations.csv',
      'ZZF09,Heron Chemist,pharmacy,ZZ5 2AC,ZZ5,Brackenford,lower-river,ZZP1,active,2026-11,,2 Weir Road',
    ),
    'organisations.csv, row 22 (ZZF09): Heron Chemist, Brackenford, is there twice with the same address',
  ],
  [
    'practices in a list that is said to have none',
    inSystem((draft) => (draft.workplacesListed = false)),
    'organisations.csv: has practices or pharmacies: say "workplacesListed": true in system.json',
  ],
  [
    'a column that is missing',
    organisations('parent_ods,', ''),
    'organisations.csv, row 1: the column parent_ods is missing',
  ],
  [
    'a column that is unknown',
    aliases('confidence', 'confidence,source'),
    'aliases.csv, row 1: the column source is unknown. Columns: alias, ods_code_or_chain, target_kind, confidence',
  ],
  [
    'a trust that only one file has',
    organisations('ZZB,Riverlands Community', 'ZZC,Riverlands Community'),
    'organisations.csv: ZZB (Riverlands Community NHS Foundation Trust) of system.json is missing',
  ],
  [
    'a network with two names',
    organisations('Levels PCN', 'The Levels PCN'),
    'organisations.csv, row 7 (ZZR103): is called “The Levels PCN”, but “Levels PCN” in system.json',
  ],
  [
    'an alias of nothing',
    aliases('RHT,ZZA', 'RHT,ZZX'),
    'aliases.csv, row 2 (RHT): no organisation has the code ZZX',
  ],
  [
    'an alias of two',
    withLine('aliases.csv', 'rht,ZZB,organisation,high'),
    'aliases.csv, row 8 (rht): is there twice: an alias has one meaning',
  ],
  [
    'an alias of a chain without a shop',
    aliases('Otter,ZZP1', 'Otter,ZZP9'),
    'aliases.csv, row 5 (Otter): no organisation has the owner ZZP9',
  ],
  [
    'an alias with a wrong owner',
    aliases('owned-by:ZZP1', 'owned-by:ZZP2'),
    'aliases.csv, row 6 (Heron): ZZF03 is owned by ZZP1, not by ZZP2',
  ],
  [
    'an alias of an unknown kind',
    aliases('RHT,ZZA,organisation', 'RHT,ZZA,trust'),
    'aliases.csv, row 2 (RHT): its target_kind “trust” is not one of organisation, chain, owned-by:CODE',
  ],
  [
    'an alias with an unknown confidence',
    aliases('RHT,ZZA,organisation,high', 'RHT,ZZA,organisation,sure'),
    'aliases.csv, row 2 (RHT): its confidence “sure” is not one of high, medium, low',
  ],
  [
    'a drive that is missing',
    travel('ZZ1,ZZ3,15,6.4,graph,high\n', ''),
    'travel.csv: the drive from ZZ1 to ZZ3 is missing',
  ],
  [
    'a drive twice',
    withLine('travel.csv', 'ZZ1,ZZ3,15,6.4,graph,high'),
    'travel.csv, row 80 (ZZ1 to ZZ3): the pair is there twice: each pair stands in one direction',
  ],
  [
    'a drive that takes longer back',
    withLine('travel.csv', 'ZZ3,ZZ1,19,6.4,graph,high'),
    'travel.csv, row 80 (ZZ3 to ZZ1): differs from row 4 (ZZ1 to ZZ3): a drive takes as long in both directions',
  ],
  [
    'a drive to nowhere',
    withLine('travel.csv', 'ZZ1,ZZ99,15,6.4,graph,high'),
    'travel.csv, row 80 (ZZ1 to ZZ99): ZZ99 is neither an outcode of the system nor of a neighbour',
  ],
  [
    'a drive without minutes',
    travel('ZZ1,ZZ3,15', 'ZZ1,ZZ3,0'),
    'travel.csv, row 4 (ZZ1 to ZZ3): its minutes “0” are not a whole number from 1',
  ],
  [
    'a drive at 128 miles an hour',
    travel('ZZ1,ZZ3,15', 'ZZ1,ZZ3,3'),
    'travel.csv, row 4 (ZZ1 to ZZ3): 6.4 miles in 3 minutes are 128 miles an hour',
  ],
  [
    'a table that its graph does not make',
    travel('ZZ1,ZZ3,15', 'ZZ1,ZZ3,16'),
    'travel.csv: is not what roads.json makes: run npm run travel -- zz-riverlands',
  ],
  [
    'a graph without its table',
    withoutFile('travel.csv'),
    'travel.csv: is missing: run npm run travel -- zz-riverlands',
  ],
  [
    'a road to nowhere',
    inFile('roads.json')('"to": "ZZ3"', '"to": "ZZ33"'),
    'roads.json: line 27: R101: there is no node ZZ33',
  ],
  [
    'an outcode without drives',
    inSystem(({ outcodes }) =>
      outcodes.push({ outcode: 'ZZ13', town: 'Newby', place: 'the-levels', district: 'ZZ7000004' }),
    ),
    'travel.csv: the outcode ZZ13 has no drives: add it to roads.json',
  ],
  [
    'a district without a border',
    inSystem(({ districts, outcodes }) => {
      districts.push({ ons: 'ZZ7000005', name: 'Newby', places: ['the-levels'] });
      outcodes[11]!.district = 'ZZ7000005';
    }),
    'districts.geojson, district ZZ7000005: the border of Newby is missing',
  ],
  [
    'a border of no district',
    borders('\n]}', `,${island}]}`),
    'districts.geojson, district ZZ7000009: is not a district of system.json: ZZ7000001, ZZ7000002, ZZ7000003, ZZ7000004',
  ],
  [
    'a border that stays open',
    borders('[0.53,54.44],[0.55,54.55]]]', '[0.53,54.44]]]'),
    'districts.geojson, district ZZ7000001: a ring does not end where it starts',
  ],
  [
    'latitude before longitude',
    borders('[0.53,54.44]', '[54.44,0.53]'),
    'districts.geojson, district ZZ7000001: a point lies outside Britain: longitude comes first, then latitude',
  ],
];

it.each(breakages)('names in one line: %s', (_, edit, line) => {
  expect(checkRiverlands(edit(riverlands))).toEqual([line]);
});
