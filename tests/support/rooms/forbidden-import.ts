import type { Room } from './ordered-rooms.ts';
import { placeName, placeOf, type Place } from './place-of.ts';

const wiring = /(?:\.lambda|(?:^|[/-])container)\.ts$/u;

const storeyOf = ({ room, subRoom }: Place): number =>
  (room.storeys ?? []).findIndex((storey) =>
    typeof storey === 'string' ? storey === subRoom : storey.includes(subRoom),
  );

const topOf = (room: Room): string => room.folder.split('/')[0] ?? '';

const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;

const acrossTops: Readonly<Record<string, string>> = {
  'shared functions':
    'shared/ is pure: take the value as an argument; reading it belongs in a use case in functions/.',
  'shared site':
    'Words that a rule needs belong in shared/reference; markup belongs in a view that is given the result.',
  'shared infra':
    'shared/ is pure: take the setting as an argument; infra hands it to functions as an environment variable.',
  'site functions': 'A view is given what it shows: reading it belongs in a use case in functions/.',
  'site infra':
    'A setting of the deployment belongs in an environment variable, and a name of the system in its folder of shared/reference/systems.',
  'functions infra':
    'A setting belongs in an environment variable, read by functions/platform/environment.ts.',
  'functions site':
    'Functions render site/src/views and site/src/components: markup belongs there, words in shared/reference.',
  'infra functions':
    'Only infra/local and infra/ops run use cases; data that both need belong in shared/ or infra/definition.',
};

/** Says where code that two rooms share belongs: in a room that both may import, or in a room that may import both. */
const commonGround = (from: Room, to: Room, rooms: readonly Room[]): string => {
  const imported = (room: Room) => [...room.imports, room.folder];
  const sameTop = ({ folder }: Room) => topOf(from) === folder.split('/')[0];
  const built = rooms.filter((room) => room.planned !== true && sameTop(room));
  const below = built
    .filter(({ folder }) => imported(from).includes(folder) && imported(to).includes(folder))
    .map(({ folder }) => folder);
  const above = built
    .filter((room) => [from.folder, to.folder].every((folder) => imported(room).includes(folder)))
    .map(({ folder }) => folder);
  const shared = topOf(from) === 'shared' ? [] : ['shared/'];
  return [
    `What both need belongs in ${inWords([...below.slice(-3), ...shared])}`,
    ...(above.length === 0 ? [] : [`what needs both belongs in ${inWords(above.slice(0, 2))}`]),
  ].join('; ');
};

/**
 * Says why a file may not import another and where the code belongs instead; returns `undefined` if the import is
 * allowed.
 */
export const forbiddenImport = (
  fromFile: string,
  toFile: string,
  rooms: readonly Room[],
): string | undefined => {
  const from = placeOf(fromFile, rooms);
  if (from === undefined) return undefined;
  const to = placeOf(toFile, rooms);
  if (to === undefined)
    return /^(?:tests|docs)\//u.test(toFile)
      ? `${placeName(from)} may not import ${toFile}: code that the service runs belongs in shared/ or functions/.`
      : undefined;
  const refusal = `${placeName(from)} may not import ${placeName(to)}`;

  if (from.room === to.room) {
    if (from.subRoom === to.subRoom || storeyOf(to) < storeyOf(from)) return undefined;
    return `${refusal}, which is not below it in ${from.room.folder}. What both need belongs in a sub-room below them; what needs both belongs above them.`;
  }
  if (!from.room.imports.includes(to.room.folder)) {
    const belongs =
      acrossTops[`${topOf(from.room)} ${topOf(to.room)}`] ?? `${commonGround(from.room, to.room, rooms)}.`;
    return `${refusal}. ${belongs}`;
  }
  if (topOf(to.room) === 'functions' && wiring.test(toFile))
    return `${placeName(from)} may not import ${toFile}, the wiring of another room. Settings belong in functions/platform, rows in functions/store, rules in shared/.`;
  return undefined;
};
