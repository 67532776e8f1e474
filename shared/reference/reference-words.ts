import { clinicalAreas } from './clinical-areas.ts';
import { places } from '../geography/places.ts';
import { learnerTypes, professions } from './professions.ts';
import { seatRoles } from './seat-roles.ts';
import { settings } from './settings.ts';

const words = new Map<string, string>(
  [places, professions, learnerTypes, settings, seatRoles].flatMap((rows) =>
    rows.map((row) => [row.id, row.words]),
  ),
);
const areas = new Map<string, string>(clinicalAreas.map((row) => [row.id, row.words]));

/** A clinical area's, place's, profession's, setting's or role's id → its words; anything else as it is. */
export const wordsOf = (id: string): string => areas.get(id) ?? words.get(id) ?? id;

/** A name within a sentence: "Cardiovascular and hypertension" → "cardiovascular and hypertension"; "HIV" stays. */
export const within = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** "1 mile", "2 miles", "no miles" is never wanted: 0 comes out as "0 miles". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
