import type { SystemFile } from '../system-file.ts';
import { choices, isInvented, mistake, repeated, type Surroundings } from './check-report.ts';

const FILE = 'system.json';

const neighbourMistakes = ({ places }: SystemFile): string[] => {
  const byId = new Map(places.map((place) => [place.id, place]));
  return places.flatMap(({ id, neighbours }) =>
    neighbours.flatMap((neighbour) => {
      const found = byId.get(neighbour);
      if (neighbour === id) return [mistake(FILE, `place ${id}`, 'is its own neighbour')];
      if (found === undefined) {
        const words = `its neighbour “${neighbour}” does not exist. Places: ${choices([...byId.keys()])}`;
        return [mistake(FILE, `place ${id}`, words)];
      }
      return found.neighbours.includes(id)
        ? []
        : [
            mistake(
              FILE,
              `place ${neighbour}`,
              `“${id}” names it as a neighbour: add “${id}” to its neighbours`,
            ),
          ];
    }),
  );
};

const elsewhereMistakes = (system: SystemFile, { boards, others }: Surroundings): string[] => {
  const ids = system.places.map(({ id }) => id);
  // A wrong code of the own board is a mistake of its own, and no neighbour can name it.
  const names = boards.get(system.board.ods);
  if (names === undefined ? !isInvented(system.board.ods) : names !== system.board.name) return [];
  return Object.entries(system.neighbouringPlacesElsewhere ?? {}).flatMap(([id, touched]) => {
    const row = `neighbouringPlacesElsewhere of ${id}`;
    if (!ids.includes(id)) return [mistake(FILE, row, `there is no such place. Places: ${choices(ids)}`)];
    return touched.flatMap((written) => {
      const [board = '', place = ''] = written.split(':');
      if (!boards.has(board) && !isInvented(board)) {
        return [mistake(FILE, row, `${board} is not the code of a board of England (boards.json)`)];
      }
      const there = others.find((other) => other.board === board && other.places.includes(place));
      const back = `${system.board.ods}:${id}`;
      return there === undefined || there.touches[place]?.includes(back) === true
        ? []
        : [
            mistake(
              FILE,
              row,
              `${there.id} does not name “${back}” as a neighbour of “${place}”: add it there`,
            ),
          ];
    });
  });
};

const districtMistakes = ({ places, districts }: SystemFile): string[] => {
  const ids = places.map(({ id }) => id);
  const names = new Set(districts.flatMap((district) => district.places));
  return [
    ...repeated(districts, ({ ons }) => ons).map(({ ons, name }) =>
      mistake(FILE, `district ${name}`, `another district has the code ${ons} too`),
    ),
    ...repeated(districts, ({ name }) => name).map(({ ons, name }) =>
      mistake(FILE, `district ${ons}`, `another district is called ${name} too`),
    ),
    ...districts.flatMap(({ ons, name, places: its }) => {
      const row = `district ${name}`;
      const isCode = /^E0[6-9][0-9]{6}$/u.test(ons) || isInvented(ons);
      if (!isCode) return [mistake(FILE, row, `its code “${ons}” should look like E07000105`)];
      if (its.length === 0)
        return [mistake(FILE, row, 'names no place: name the one with its larger part first')];
      return its
        .filter((place) => !ids.includes(place))
        .map((place) => mistake(FILE, row, `its place “${place}” does not exist. Places: ${choices(ids)}`));
    }),
    ...ids
      .filter((id) => !names.has(id))
      .map((id) => mistake(FILE, `place ${id}`, 'no district lies in it: name it in a district')),
  ];
};

/** Finds mistakes in the places and districts of a system. */
export const placeMistakes = (system: SystemFile, around: Surroundings): string[] => [
  ...repeated(system.places, ({ id }) => id).map(({ id }) => mistake(FILE, `place ${id}`, 'is there twice')),
  ...repeated(system.places, ({ name }) => name).map(({ id, name }) =>
    mistake(FILE, `place ${id}`, `another place is called ${name} too`),
  ),
  ...neighbourMistakes(system),
  ...elsewhereMistakes(system, around),
  ...districtMistakes(system),
];
