import { describe, expect, it } from 'vitest';
import {
  checkRiverlands,
  type Breakage,
  hillshireBeside,
  inSystem,
  riverlands,
  withoutFile,
} from '../../support/broken-system.ts';

const breakages: readonly (readonly [mistake: string, edit: Breakage, line: string])[] = [
  [
    'a file that no system has',
    (texts) => ({ ...texts, 'notes.txt': '' }),
    'notes.txt: is not a file of a system. Files: system.json, organisations.csv, aliases.csv, travel.csv, roads.json, districts.geojson, policy.json, settings.json, consent.json, README.md',
  ],
  ['no main file', withoutFile('system.json'), 'system.json: is missing'],
  [
    'no sources',
    withoutFile('README.md'),
    'README.md: is missing: say the sources, their dates, and how far to trust them',
  ],
  [
    'an unknown key',
    inSystem((draft) => (draft['colour'] = 'blue')),
    'system.json: Unrecognized key: "colour"',
  ],
  [
    'no name',
    inSystem((draft) => delete (draft as Partial<typeof draft>).name),
    'system.json, name: Invalid input: expected string, received undefined',
  ],
  [
    'a contact that is no address',
    inSystem((draft) => (draft.contact = { ...draft.contact, privacyEmail: 'privacy' })),
    'system.json, contact, privacyEmail: Invalid email address',
  ],
  [
    'no owner',
    inSystem((draft) => (draft.contact = { ...draft.contact, owner: ' ' })),
    'system.json, contact: owner is empty: name the organisation that answers for the data',
  ],
  [
    'no address of the owner',
    inSystem((draft) => (draft.contact = { ...draft.contact, ownerAddress: '' })),
    'system.json, contact: ownerAddress is empty: say where letters go',
  ],
  [
    'an id that is not the folder’s',
    inSystem((draft) => (draft.id = 'riverlands')),
    'system.json, id: is “riverlands”, but the folder is called “zz-riverlands”',
  ],
  [
    'an unknown board',
    inSystem((draft) => (draft.board = { ...draft.board, ods: 'QKX' })),
    'system.json, board: QKX is not the code of a board of England (boards.json)',
  ],
  [
    'a board with another name',
    inSystem((draft) => (draft.board = { ...draft.board, ods: 'QKS' })),
    'system.json, board: the board QKS is called “NHS Kent and Medway Integrated Care Board”',
  ],
  [
    'an outcode without a place that exists',
    inSystem(({ outcodes }) => (outcodes[4]!.place = 'lower')),
    'system.json, outcode ZZ5: its place “lower” does not exist. Places: upper-river, lower-river, the-levels',
  ],
  [
    'an outcode without a district',
    inSystem(({ outcodes }) => delete outcodes[4]!.district),
    'system.json, outcode ZZ5: has no district: give the code of the one with its town',
  ],
  [
    'an outcode in no district that exists',
    inSystem(({ outcodes }) => (outcodes[4]!.district = 'ZZ7')),
    'system.json, outcode ZZ5: its district “ZZ7” does not exist. Districts: ZZ7000001, ZZ7000002, ZZ7000003, ZZ7000004',
  ],
  [
    'a district without an outcode',
    inSystem(({ outcodes }) => (outcodes[7]!.district = 'ZZ7000002')),
    'system.json, district Gullhaven: no outcode has it as its district',
  ],
  [
    'an outcode twice',
    inSystem(({ outcodes }) => outcodes.push(outcodes[2]!)),
    'system.json, outcode ZZ3: is there twice',
  ],
  [
    'an outcode without a town',
    inSystem(({ outcodes }) => (outcodes[2]!.town = '')),
    'system.json, outcode ZZ3: has no town',
  ],
  [
    'half of a point',
    inSystem(({ outcodes }) => delete outcodes[0]!.latitude),
    'system.json, outcode ZZ1: its latitude is missing: give both, or neither',
  ],
  [
    'a point far away',
    inSystem(({ outcodes }) => (outcodes[0]!.latitude = 45.42)),
    'system.json, outcode ZZ1: lies 611 miles from the middle of the system: correct its coordinates',
  ],
  [
    'a place without an outcode',
    inSystem(({ places, districts }) => {
      places.push({ id: 'the-island', name: 'The Island', neighbours: [] });
      districts[2]!.places.push('the-island');
    }),
    'system.json, place the-island: has no outcode',
  ],
  [
    'a place without a district',
    inSystem(({ districts }) => (districts[3]!.places = ['upper-river'])),
    'system.json, place the-levels: no district lies in it: name it in a district',
  ],
  [
    'a place called like another',
    inSystem(({ places }) => (places[1]!.name = 'Upper River')),
    'system.json, place lower-river: another place is called Upper River too',
  ],
  [
    'a neighbour that does not exist',
    inSystem(({ places }) => places[0]!.neighbours.push('hills')),
    'system.json, place upper-river: its neighbour “hills” does not exist. Places: upper-river, lower-river, the-levels',
  ],
  [
    'a place that is its own neighbour',
    inSystem(({ places }) => places[0]!.neighbours.push('upper-river')),
    'system.json, place upper-river: is its own neighbour',
  ],
  [
    'neighbours that are not mutual',
    inSystem(({ places }) => (places[0]!.neighbours = ['the-levels'])),
    'system.json, place upper-river: “lower-river” names it as a neighbour: add “lower-river” to its neighbours',
  ],
  [
    'a neighbour elsewhere of no place',
    inSystem((draft) => (draft.neighbouringPlacesElsewhere = { hills: [] })),
    'system.json, neighbouringPlacesElsewhere of hills: there is no such place. Places: upper-river, lower-river, the-levels',
  ],
  [
    'a neighbour elsewhere of no board',
    inSystem((draft) => (draft.neighbouringPlacesElsewhere = { 'the-levels': ['QXX:hills'] })),
    'system.json, neighbouringPlacesElsewhere of the-levels: QXX is not the code of a board of England (boards.json)',
  ],
  [
    'a neighbour elsewhere that is not mutual',
    inSystem((draft) => (draft.neighbouringPlacesElsewhere = { 'upper-river': ['ZZN:hillshire'] })),
    'system.json, neighbouringPlacesElsewhere of upper-river: hillshire does not name “ZZQ:upper-river” as a neighbour of “hillshire”: add it there',
  ],
  [
    'a district in no place that exists',
    inSystem(({ districts }) => districts[0]!.places.push('upper')),
    'system.json, district Alder Vale: its place “upper” does not exist. Places: upper-river, lower-river, the-levels',
  ],
  [
    'a district in no place',
    inSystem(({ districts }) => (districts[0]!.places = [])),
    'system.json, district Alder Vale: names no place: name the one with its larger part first',
  ],
  [
    'a district called like another',
    inSystem(({ districts }) => (districts[1]!.name = 'Alder Vale')),
    'system.json, district ZZ7000002: another district is called Alder Vale too',
  ],
  [
    'another name of an outcode that does not exist',
    inSystem((draft) => (draft.otherTownNames = [{ name: 'Kingsferry', outcode: 'ZZ33' }])),
    'system.json, otherTownNames, Kingsferry: ZZ33 is not an outcode of the system',
  ],
  [
    'another name twice',
    inSystem((draft) => draft.otherTownNames!.push({ name: 'kingsferry', outcode: 'ZZ4' })),
    'system.json, otherTownNames, kingsferry: is there twice: a search needs one outcode',
  ],
  [
    'another name that is a town’s',
    inSystem((draft) => draft.otherTownNames!.push({ name: 'Merrow', outcode: 'ZZ4' })),
    'system.json, otherTownNames, Merrow: is already the town of ZZ7: remove it here',
  ],
  [
    'an example outcode that does not exist',
    inSystem((draft) => (draft.searchExamples = ['ZZ55', 'Merrow'])),
    'system.json, searchExamples: ZZ55 is not an outcode of the system, such as ZZ1',
  ],
  [
    'an example town that does not exist',
    inSystem((draft) => (draft.searchExamples = ['ZZ5', 'Merrowby'])),
    'system.json, searchExamples: Merrowby is not a town of the system, such as Alderbridge',
  ],
  [
    'an outcode of a neighbour twice',
    inSystem((draft) => draft.neighbouringOutcodes!.push(draft.neighbouringOutcodes![0]!)),
    'system.json, neighbouringOutcodes, ZZ90: is there twice',
  ],
  [
    'an outcode of a neighbour that is our own',
    inSystem((draft) => (draft.neighbouringOutcodes![0]!.outcode = 'ZZ4')),
    'system.json, neighbouringOutcodes, ZZ4: is an outcode of this system too: say "split": true, or remove one of them',
  ],
  [
    'a neighbour’s board with another name',
    inSystem((draft) => (draft.neighbouringOutcodes![0]!.board = { ods: 'QRL', name: 'NHS Hampshire' })),
    'system.json, neighbouringOutcodes, ZZ90: the board QRL is called “NHS Hampshire and Isle of Wight Integrated Care Board”',
  ],
  [
    'a part of an outcode that is not split',
    inSystem(
      (draft) => (draft.neighbouringOutcodes![0]!.parts = [{ postcodes: 'ZZ90 1', area: 'Hillborough' }]),
    ),
    'system.json, neighbouringOutcodes, ZZ90, part ZZ90 1: is a part of an outcode that is not split',
  ],
  [
    'a part of another outcode',
    inSystem((draft) => (draft.neighbouringOutcodes![1]!.parts![0]!.postcodes = 'ZZ11 7')),
    'system.json, neighbouringOutcodes, ZZ12, part ZZ11 7: should look like ZZ12 4 or ZZ12 4AB',
  ],
  [
    'a part of a board with another name',
    inSystem(
      (draft) => (draft.neighbouringOutcodes![1]!.parts![0]!.board = { ods: 'QRL', name: 'NHS Hampshire' }),
    ),
    'system.json, neighbouringOutcodes, ZZ12, part ZZ12 7: the board QRL is called “NHS Hampshire and Isle of Wight Integrated Care Board”',
  ],
  [
    'an outcode of another system',
    inSystem(({ outcodes }) =>
      outcodes.push({ outcode: 'ZZ90', town: 'Hillborough', place: 'the-levels', district: 'ZZ7000004' }),
    ),
    'system.json, neighbouringOutcodes, ZZ90: is an outcode of this system too: say "split": true, or remove one of them',
  ],
  [
    'a network’s code of a wrong form',
    inSystem(({ networks }) => networks.push({ ods: 'U1234', name: 'New PCN', place: 'upper-river' })),
    'system.json, networks, New PCN: its code “U1234” should look like U12345',
  ],
  [
    'a code of two networks',
    inSystem(({ networks }) => networks.push({ ...networks[0]!, name: 'New PCN' })),
    'system.json, networks, New PCN: another has the code ZZR101 too',
  ],
  [
    'two networks of one name',
    inSystem(({ networks }) => networks.push({ ...networks[0]!, ods: 'ZZR104' })),
    'system.json, networks, ZZR104: another is called Alderbridge PCN too',
  ],
  [
    'a trust in no place that exists',
    inSystem(({ trusts }) => (trusts[0]!.place = 'coast')),
    'system.json, trusts, Riverlands Hospitals NHS Trust: its place “coast” does not exist. Places: upper-river, lower-river, the-levels',
  ],
  [
    'a university twice',
    inSystem(({ universities }) => universities.push({ ...universities[0]!, name: 'Another' })),
    'system.json, university riverlands: is there twice',
  ],
  [
    'a university called “other”',
    inSystem(({ universities }) => (universities[1]!.id = 'other')),
    'system.json, university other: “other” is the answer of those who find theirs missing: choose another id',
  ],
  [
    'a month of a course twice',
    inSystem(({ universities }) => (universities[0]!.starts = [1, 1])),
    'system.json, university riverlands: a month is there twice in “starts”',
  ],
  [
    'a thirteenth month',
    inSystem(({ universities }) => (universities[0]!.starts = [13])),
    'system.json, universities, riverlands, starts, 0: Too big: expected number to be <=12',
  ],
  [
    'a university’s postcode of a wrong form',
    inSystem(({ universities }) => (universities[0]!.postcode = 'ZZ51UR')),
    'system.json, university riverlands: its postcode “ZZ51UR” should look like AB1 4TB',
  ],
];

it('finds nothing in a good folder', () => {
  expect(checkRiverlands(riverlands)).toEqual([]);
});

describe('names each mistake in one line', () => {
  it.each(breakages)('%s', (_, edit, line) => {
    expect(checkRiverlands(edit(riverlands))).toEqual([line]);
  });

  it('text that is not JSON', () => {
    expect(checkRiverlands({ ...riverlands, 'system.json': '{' })).toEqual([
      expect.stringMatching(/^system\.json: is not JSON: ./u),
    ]);
    expect(checkRiverlands({ ...riverlands, 'districts.geojson': '{' })).toEqual([
      expect.stringMatching(/^districts\.geojson: is not JSON: ./u),
    ]);
  });

  it('an id that another system has', () => {
    const twin = { ...hillshireBeside.others[0]!, id: 'zz-riverlands' };
    expect(
      checkRiverlands(riverlands, {
        ...hillshireBeside,
        others: [...hillshireBeside.others, { ...twin, outcodes: [], places: [] }],
      }),
    ).toEqual(['system.json, id: another system is called “zz-riverlands” too']);
  });

  it('an outcode that another system has whole', () => {
    const other = { ...hillshireBeside.others[0]!, outcodes: ['ZZ4'] };
    expect(checkRiverlands(riverlands, { ...hillshireBeside, others: [other] })).toEqual([
      'system.json, outcode ZZ4: is an outcode of hillshire too: list it as split, or remove one',
    ]);
  });

  it('several mistakes, each for itself', () => {
    const edit = inSystem(({ outcodes, places }) => {
      outcodes[0]!.place = 'nowhere';
      outcodes[1]!.town = ' ';
      places[0]!.neighbours.push('hills');
    });
    expect(checkRiverlands(edit(riverlands))).toHaveLength(3);
  });
});
