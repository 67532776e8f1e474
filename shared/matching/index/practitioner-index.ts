import { MOST_PENDING_OFFERS } from '../../capacity/capacity.ts';
import type { Practitioner } from '../../people/practitioner.ts';
import { type Day, daysBetween } from '../../kernel/time.ts';
import { clinicalAreaIds } from '../../reference/clinical-areas.ts';
import { outcodes } from '../../geography/outcodes.ts';
import { learnerTypeIds, professionIds, professions } from '../../reference/professions.ts';
import { seatRoleIds } from '../../reference/seat-roles.ts';
import { availableUntil } from '../requirements/hours.ts';
import { address } from '../../requests/same-person.ts';

/** From when to when somebody supervises, and how many hours a week. */
interface Availability {
  readonly from: Day;
  readonly to: Day;
  readonly hoursPerWeek: number;
}

/**
 * Practitioners as columns of numbers, made once for many seats: what most of them fail, and what most of the others
 * are sure to meet, can be seen without looking at anybody closely. Made from the practitioners as they are; whoever
 * has changed since has to be `renewed`.
 */
export interface PractitionerIndex {
  readonly practitioners: Practitioner[];
  /** What the kinds of learner, role and listing allow, as bits. */
  readonly professions: Uint32Array;
  readonly learnerTypes: Uint32Array;
  readonly roles: Uint32Array;
  readonly standing: Uint32Array;
  readonly areas: Uint32Array;
  /** Position of the lead area. */
  readonly leadArea: Int8Array;
  /** Position of the only site's outcode; −1 where somebody has several, or one that the table does not know there. */
  readonly outcode: Int16Array;
  /** Days since 1970. */
  readonly confirmedOn: Int32Array;
  /** Position in `availabilities`: many practitioners say the same. */
  readonly availability: Int32Array;
  readonly availabilities: Availability[];
  /** Where somebody stands, by id, e-mail address and registration number: who may be the learner, or named. */
  readonly named: Map<string, number | readonly number[]>;
}

export const LISTED = 1;
export const CHECKED = 2;
export const PROVISIONAL = 4;
export const INDEPENDENT = 8;
export const PATIENT_FACING = 16;
export const TAKES_OFFERS = 32;
export const MIXED = 64;
export const OFFERS_PLACES = 128;
/** Nobody uses or awaits one of their places. */
export const ALL_FREE = 256;

const EPOCH: Day = '1970-01-01';
export const dayNumber = (day: Day): number => daysBetween(EPOCH, day);

const positions = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, position) => [id, position]));
export const professionBit = positions(professionIds);
export const learnerTypeBit = positions(learnerTypeIds);
export const roleBit = positions(seatRoleIds);
export const areaBit = positions(clinicalAreaIds);
const outcodePosition = positions(outcodes.map(({ outcode, place }) => `${outcode} ${place}`));
const siteAt = (sites: Practitioner['sites']): number => {
  const [site, ...others] = sites;
  if (site === undefined || others.length > 0) return -1;
  return outcodePosition.get(`${site.outcode} ${site.place}`) ?? -1;
};

if (Math.max(areaBit.size, professionBit.size, learnerTypeBit.size) > 32)
  throw new Error('a list of more than 32 does not fit into a column of bits');

export const bitsOf = (known: ReadonlyMap<string, number>, ids: Iterable<string>): number => {
  let bits = 0;
  for (const id of ids) {
    const position = known.get(id);
    if (position !== undefined) bits |= 1 << position;
  }
  return bits >>> 0;
};

const independent: ReadonlySet<string> = new Set(
  professions.filter(({ prescribes }) => prescribes === 'independent').map(({ id }) => id),
);

const standingOf = (one: Practitioner): number =>
  (one.state === 'listed' ? LISTED : 0) |
  (one.check === undefined ? 0 : CHECKED) |
  (one.provisional ? PROVISIONAL : 0) |
  (independent.has(one.profession) ? INDEPENDENT : 0) |
  (one.patientFacing ? PATIENT_FACING : 0) |
  (one.pendingOffers.length < MOST_PENDING_OFFERS ? TAKES_OFFERS : 0) |
  (one.mode === 'mixed' ? MIXED : 0) |
  (one.placesOffered > 0 ? OFFERS_PLACES : 0) |
  (one.commitments.length === 0 && one.pendingOffers.length === 0 ? ALL_FREE : 0);

/** What stands in `named` for somebody. */
export const emailKey = (email: string): string => `email ${address(email)}`;
export const registrationKey = (number: string): string => `registration ${number}`;

const fileName = (named: PractitionerIndex['named'], key: string, position: number): void => {
  const known = named.get(key);
  // Nearly every name is one person's: lists are made for the others only.
  if (known === undefined) named.set(key, position);
  else if (known !== position) named.set(key, [...(typeof known === 'number' ? [known] : known), position]);
};

const availabilityOf = (availabilities: Availability[], known: Map<string, number>, one: Practitioner) => {
  const [from, to] = [one.availableFrom, availableUntil(one)];
  const key = `${from} ${to} ${String(one.hoursPerWeek)}`;
  const position = known.get(key) ?? availabilities.push({ from, to, hoursPerWeek: one.hoursPerWeek }) - 1;
  known.set(key, position);
  return position;
};

const writeRow = (
  columns: PractitionerIndex,
  position: number,
  one: Practitioner,
  known: Map<string, number>,
): void => {
  columns.practitioners[position] = one;
  columns.professions[position] = bitsOf(professionBit, one.supervisesProfessions);
  columns.learnerTypes[position] = bitsOf(learnerTypeBit, one.supervisesLearnerTypes);
  columns.roles[position] = bitsOf(roleBit, one.seatRoles);
  columns.standing[position] = standingOf(one);
  columns.areas[position] = bitsOf(areaBit, [one.leadArea, ...one.areas]);
  columns.leadArea[position] = areaBit.get(one.leadArea) ?? -1;
  columns.outcode[position] = siteAt(one.sites);
  columns.confirmedOn[position] = dayNumber(one.confirmedAt.slice(0, 10));
  columns.availability[position] = availabilityOf(columns.availabilities, known, one);
  fileName(columns.named, one.id, position);
  fileName(columns.named, emailKey(one.email), position);
  fileName(columns.named, registrationKey(one.registrationNumber), position);
};

/** Practitioners → their columns; the work of a few rankings, so worth it for many seats against the same people. */
export const practitionerIndexOf = (practitioners: readonly Practitioner[]): PractitionerIndex => {
  const count = practitioners.length;
  const columns: PractitionerIndex = {
    practitioners: [...practitioners],
    professions: new Uint32Array(count),
    learnerTypes: new Uint32Array(count),
    roles: new Uint32Array(count),
    standing: new Uint32Array(count),
    areas: new Uint32Array(count),
    leadArea: new Int8Array(count),
    outcode: new Int16Array(count),
    confirmedOn: new Int32Array(count),
    availability: new Int32Array(count),
    availabilities: [],
    named: new Map(),
  };
  const known = new Map<string, number>();
  practitioners.forEach((one, position) => {
    writeRow(columns, position, one, known);
  });
  return columns;
};

/** Puts somebody who has changed into the columns again; who is not in them is left out. */
export const renew = (columns: PractitionerIndex, practitioner: Practitioner): void => {
  const position = columns.practitioners.findIndex(({ id }) => id === practitioner.id);
  if (position >= 0) writeRow(columns, position, practitioner, new Map());
};
