import { straightMiles } from '../../geography/straight-miles.ts';
import type { SystemFile } from '../system-file.ts';
import { choices, isInvented, mistake, repeated, type Surroundings } from './check-report.ts';

const FILE = 'system.json';

/** Tells whether a text is the first half of a postcode. */
export const isOutcode = (text: string): boolean => /^[A-Z]{1,2}[0-9][0-9A-Z]?$/u.test(text);

/** Miles from the middle of a system beyond which an outcode's coordinates count as mistyped. */
const FARTHEST_MILES = 120;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

type Outcode = SystemFile['outcodes'][number];

const pointMistakes = (outcodes: readonly Outcode[]): string[] => {
  const middle = {
    latitude: median(outcodes.flatMap(({ latitude }) => latitude ?? [])),
    longitude: median(outcodes.flatMap(({ longitude }) => longitude ?? [])),
  };
  return outcodes.flatMap((row) => {
    const { outcode, latitude, longitude } = row;
    if ((latitude === undefined) !== (longitude === undefined)) {
      const missing = latitude === undefined ? 'latitude' : 'longitude';
      return [mistake(FILE, `outcode ${outcode}`, `its ${missing} is missing: give both, or neither`)];
    }
    const miles = straightMiles(row, middle) ?? 0;
    const words = `lies ${Math.round(miles)} miles from the middle of the system: correct its coordinates`;
    return miles > FARTHEST_MILES ? [mistake(FILE, `outcode ${outcode}`, words)] : [];
  });
};

const ownMistakes = ({ places, districts, outcodes }: SystemFile): string[] => {
  const ids = places.map(({ id }) => id);
  const codes = districts.map(({ ons }) => ons);
  const used = new Set(outcodes.map(({ place }) => place));
  return [
    ...repeated(outcodes, ({ outcode }) => outcode).map(({ outcode }) =>
      mistake(FILE, `outcode ${outcode}`, 'is there twice'),
    ),
    ...outcodes.flatMap(({ outcode, town, place, district }) => {
      const row = `outcode ${outcode}`;
      if (!isOutcode(outcode)) return [mistake(FILE, row, 'should look like AB1 or CD12, in capitals')];
      if (town.trim() === '') return [mistake(FILE, row, 'has no town')];
      if (!ids.includes(place)) {
        return [mistake(FILE, row, `its place “${place}” does not exist. Places: ${choices(ids)}`)];
      }
      if (district === undefined)
        return [mistake(FILE, row, 'has no district: give the code of the one with its town')];
      return codes.includes(district)
        ? []
        : [mistake(FILE, row, `its district “${district}” does not exist. Districts: ${choices(codes)}`)];
    }),
    ...districts
      .filter(({ ons }) => !outcodes.some(({ district }) => district === ons))
      .map(({ name }) => mistake(FILE, `district ${name}`, 'no outcode has it as its district')),
    ...ids.filter((id) => !used.has(id)).map((id) => mistake(FILE, `place ${id}`, 'has no outcode')),
  ];
};

const nameMistakes = ({
  outcodes,
  otherTownNames = [],
  searchExamples: [outcode, town],
}: SystemFile): string[] => {
  const known = new Set(outcodes.map((row) => row.outcode));
  const towns = new Map(outcodes.map((row) => [row.town.toLowerCase(), row.outcode]));
  const names = new Set([...towns.keys(), ...otherTownNames.map(({ name }) => name.toLowerCase())]);
  return [
    ...repeated(otherTownNames, ({ name }) => name).map(({ name }) =>
      mistake(FILE, `otherTownNames, ${name}`, 'is there twice: a search needs one outcode'),
    ),
    ...otherTownNames.flatMap((other) => {
      const row = `otherTownNames, ${other.name}`;
      const own = towns.get(other.name.toLowerCase());
      if (!known.has(other.outcode))
        return [mistake(FILE, row, `${other.outcode} is not an outcode of the system`)];
      return own === undefined ? [] : [mistake(FILE, row, `is already the town of ${own}: remove it here`)];
    }),
    ...(known.has(outcode)
      ? []
      : [
          mistake(
            FILE,
            'searchExamples',
            `${outcode} is not an outcode of the system, such as ${[...known][0]}`,
          ),
        ]),
    ...(names.has(town.toLowerCase())
      ? []
      : [
          mistake(
            FILE,
            'searchExamples',
            `${town} is not a town of the system, such as ${outcodes[0]?.town}`,
          ),
        ]),
  ];
};

type Bordering = NonNullable<SystemFile['neighbouringOutcodes']>[number];

const boardMistakes = (
  row: string,
  { ods, name }: Bordering['board'],
  boards: Surroundings['boards'],
): string[] => {
  const known = boards.get(ods);
  if (known === undefined && !isInvented(ods))
    return [mistake(FILE, row, `${ods} is not the code of a board of England (boards.json)`)];
  return known !== undefined && known !== name
    ? [mistake(FILE, row, `the board ${ods} is called “${known}”`)]
    : [];
};

const partMistakes = (
  { outcode, split: isSplit, parts = [] }: Bordering,
  boards: Surroundings['boards'],
): string[] =>
  parts.flatMap(({ postcodes, board }) => {
    const row = `neighbouringOutcodes, ${outcode}, part ${postcodes}`;
    if (!isSplit) return [mistake(FILE, row, 'is a part of an outcode that is not split')];
    if (
      !postcodes.startsWith(`${outcode} `) ||
      !/^[0-9](?:[A-Z]{2})?$/u.test(postcodes.slice(outcode.length + 1))
    )
      return [mistake(FILE, row, `should look like ${outcode} 4 or ${outcode} 4AB`)];
    return board === undefined ? [] : boardMistakes(row, board, boards);
  });

const borderMistakes = (system: SystemFile, { boards, others }: Surroundings): string[] => {
  const own = new Set(system.outcodes.map(({ outcode }) => outcode));
  const border = system.neighbouringOutcodes ?? [];
  const listed = new Set(border.map(({ outcode }) => outcode));
  return [
    ...repeated(border, ({ outcode }) => outcode).map(({ outcode }) =>
      mistake(FILE, `neighbouringOutcodes, ${outcode}`, 'is there twice'),
    ),
    ...border.flatMap((bordering) => partMistakes(bordering, boards)),
    ...border.flatMap(({ outcode, board, split: isSplit }) => {
      const row = `neighbouringOutcodes, ${outcode}`;
      if (!isOutcode(outcode)) return [mistake(FILE, row, 'should look like AB1 or CD12, in capitals')];
      const wrongBoard = boardMistakes(row, board, boards);
      if (wrongBoard.length > 0) return wrongBoard;
      return own.has(outcode) && !isSplit
        ? [mistake(FILE, row, 'is an outcode of this system too: say "split": true, or remove one of them')]
        : [];
    }),
    ...others.flatMap((other) =>
      other.outcodes
        .filter((outcode) => own.has(outcode) && !listed.has(outcode) && !other.split.includes(outcode))
        .map((outcode) =>
          mistake(
            FILE,
            `outcode ${outcode}`,
            `is an outcode of ${other.id} too: list it as split, or remove one`,
          ),
        ),
    ),
  ];
};

/** Finds mistakes in the outcodes of a system, their towns, and the outcodes at its border. */
export const outcodeMistakes = (system: SystemFile, around: Surroundings): string[] => [
  ...ownMistakes(system),
  ...pointMistakes(system.outcodes),
  ...nameMistakes(system),
  ...borderMistakes(system, around),
];
