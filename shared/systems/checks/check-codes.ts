import type { SystemFile } from '../system-file.ts';
import { choices, isInvented, mistake, repeated, type Surroundings } from './check-report.ts';

const FILE = 'system.json';

const codeMistakes = (
  list: string,
  rows: readonly { readonly ods: string; readonly name: string; readonly place?: string }[],
  shape: RegExp,
  example: string,
  places: readonly string[],
): string[] => [
  ...repeated(rows, ({ ods }) => ods).map(({ ods, name }) =>
    mistake(FILE, `${list}, ${name}`, `another has the code ${ods} too`),
  ),
  ...repeated(rows, ({ name }) => name).map(({ ods, name }) =>
    mistake(FILE, `${list}, ${ods}`, `another is called ${name} too`),
  ),
  ...rows.flatMap(({ ods, name, place }) => {
    const row = `${list}, ${name}`;
    if (!shape.test(ods) && !isInvented(ods))
      return [mistake(FILE, row, `its code “${ods}” should look like ${example}`)];
    return place === undefined || places.includes(place)
      ? []
      : [mistake(FILE, row, `its place “${place}” does not exist. Places: ${choices(places)}`)];
  }),
];

const universityMistakes = ({ universities }: SystemFile): string[] => [
  ...repeated(universities, ({ id }) => id).map(({ id }) =>
    mistake(FILE, `university ${id}`, 'is there twice'),
  ),
  ...repeated(universities, ({ name }) => name).map(({ id, name }) =>
    mistake(FILE, `university ${id}`, `another is called ${name} too`),
  ),
  ...universities.flatMap(({ id, starts, closesDaysBefore, postcode }) => {
    const row = `university ${id}`;
    if (id === 'other')
      return [
        mistake(FILE, row, '“other” is the answer of those who find theirs missing: choose another id'),
      ];
    if (new Set(starts).size < starts.length)
      return [mistake(FILE, row, 'a month is there twice in “starts”')];
    if (closesDaysBefore > 365)
      return [mistake(FILE, row, `closesDaysBefore is ${closesDaysBefore}: at most 365`)];
    return postcode === undefined || /^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$/u.test(postcode)
      ? []
      : [mistake(FILE, row, `its postcode “${postcode}” should look like AB1 4TB`)];
  }),
];

const contactMistakes = ({ contact: { owner, ownerAddress } }: SystemFile): string[] => [
  ...(owner.trim() === ''
    ? [mistake(FILE, 'contact', 'owner is empty: name the organisation that answers for the data')]
    : []),
  ...(ownerAddress.trim() === ''
    ? [mistake(FILE, 'contact', 'ownerAddress is empty: say where letters go')]
    : []),
];

/** Finds mistakes in the board, contact, networks, trusts and universities of a system. */
export const codeMistakesOf = (
  system: SystemFile,
  folder: string,
  { boards, others }: Surroundings,
): string[] => {
  const { board, id } = system;
  const places = system.places.map((place) => place.id);
  const boardName = boards.get(board.ods);
  return [
    ...(id === folder ? [] : [mistake(FILE, 'id', `is “${id}”, but the folder is called “${folder}”`)]),
    ...(others.some((other) => other.id === id)
      ? [mistake(FILE, 'id', `another system is called “${id}” too`)]
      : []),
    ...(boardName === undefined && !isInvented(board.ods)
      ? [mistake(FILE, 'board', `${board.ods} is not the code of a board of England (boards.json)`)]
      : []),
    ...(boardName === undefined || boardName === board.name
      ? []
      : [mistake(FILE, 'board', `the board ${board.ods} is called “${boardName}”`)]),
    ...contactMistakes(system),
    ...codeMistakes('networks', system.networks, /^U[0-9]{5}$/u, 'U12345', places),
    ...codeMistakes('trusts', system.trusts, /^[A-Z0-9]{3}$/u, 'RN7', places),
    ...universityMistakes(system),
  ];
};
