import { clinicalAreas } from './clinical-areas.ts';
import { learnerTypes, professions } from './professions.ts';
import { seatRoles } from './seat-roles.ts';
import { settings } from './settings.ts';

const words = new Map<string, string>(
  [professions, learnerTypes, settings, seatRoles].flatMap((rows) => rows.map((row) => [row.id, row.words])),
);
const areas = new Map<string, string>(clinicalAreas.map((row) => [row.id, row.words]));

/**
 * Words for the id of a clinical area, profession, setting or role; returns any other id unchanged.
 */
export const wordsOf = (id: string): string => areas.get(id) ?? words.get(id) ?? id;

/**
 * Lower-cases a name for use within a sentence, unless it is an acronym: "Cardiovascular and hypertension" →
 * "cardiovascular and hypertension"; "HIV" is unchanged.
 */
export const withinSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** A number with its noun: "0 miles", "1 mile", "2 miles". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Joins items: "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
