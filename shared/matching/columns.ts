import { MOST_PENDING_OFFERS } from '../domain/capacity.ts';
import type { Practitioner } from '../domain/practitioner.ts';
import { type Day, daysBetween } from '../domain/time.ts';
import { type ClinicalAreaId, clinicalAreaIds } from '../reference/clinical-areas.ts';
import { outcodes } from '../reference/outcodes.ts';
import { learnerTypeIds, professionIds, professions } from '../reference/professions.ts';
import { seatRoleIds, seatRoles } from '../reference/seat-roles.ts';
import { milesBetween } from '../directory/distance.ts';
import type { Ask } from './ask.ts';

/**
 * Practitioners as columns of numbers, made once for many seats: what most of them fail can be seen without looking at
 * anybody closely. Made from the practitioners as they are; who has changed since needs new columns.
 */
export interface Columns {
  readonly practitioners: readonly Practitioner[];
  /** What the kinds of learner, role and listing allow, as bits. */
  readonly professions: Uint32Array;
  readonly learnerTypes: Uint32Array;
  readonly roles: Uint32Array;
  readonly standing: Uint32Array;
  readonly areas: Uint32Array;
  /** Position of the only site's outcode; −1 where somebody has several, or one that is not in the table. */
  readonly outcode: Int16Array;
  /** Days since 1970. */
  readonly confirmedOn: Int32Array;
}

const LISTED = 1;
const CHECKED = 2;
const PROVISIONAL = 4;
const INDEPENDENT = 8;
const PATIENT_FACING = 16;
const TAKES_OFFERS = 32;
const MIXED = 64;

const EPOCH: Day = '1970-01-01';
const dayNumber = (day: Day): number => daysBetween(EPOCH, day);

const positions = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, position) => [id, position]));
const professionBit = positions(professionIds);
const learnerTypeBit = positions(learnerTypeIds);
const roleBit = positions(seatRoleIds);
const areaBit = positions(clinicalAreaIds);
const outcodePosition = positions(outcodes.map(({ outcode }) => outcode));

if (Math.max(areaBit.size, professionBit.size, learnerTypeBit.size) > 32)
  throw new Error('a list of more than 32 does not fit into a column of bits');

const bitsOf = (known: ReadonlyMap<string, number>, ids: Iterable<string>): number => {
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
const signsOff: ReadonlySet<string> = new Set(seatRoles.filter((role) => role.signsOff).map(({ id }) => id));

const standingOf = (one: Practitioner): number =>
  (one.state === 'listed' ? LISTED : 0) |
  (one.check === undefined ? 0 : CHECKED) |
  (one.provisional ? PROVISIONAL : 0) |
  (independent.has(one.profession) ? INDEPENDENT : 0) |
  (one.patientFacing ? PATIENT_FACING : 0) |
  (one.pendingOffers.length < MOST_PENDING_OFFERS ? TAKES_OFFERS : 0) |
  (one.mode === 'mixed' ? MIXED : 0);

/** Practitioners → their columns; the work of a few rankings, so worth it for many seats against the same people. */
export const columnsOf = (practitioners: readonly Practitioner[]): Columns => ({
  practitioners,
  professions: Uint32Array.from(practitioners, (one) => bitsOf(professionBit, one.supervisesProfessions)),
  learnerTypes: Uint32Array.from(practitioners, (one) => bitsOf(learnerTypeBit, one.supervisesLearnerTypes)),
  roles: Uint32Array.from(practitioners, (one) => bitsOf(roleBit, one.seatRoles)),
  standing: Uint32Array.from(practitioners, standingOf),
  areas: Uint32Array.from(practitioners, (one) => bitsOf(areaBit, [one.leadArea, ...one.areas])),
  outcode: Int16Array.from(practitioners, ({ sites: [site, ...others] }) =>
    others.length > 0 ? -1 : (outcodePosition.get(site?.outcode ?? '') ?? -1),
  ),
  confirmedOn: Int32Array.from(practitioners, ({ confirmedAt }) => dayNumber(confirmedAt.slice(0, 10))),
});

/** Bits that a seat wants; a practitioner who lacks one fails. */
const standingWanted = ({ seat, policy }: Ask): { readonly all: number; readonly oneOf: number } => ({
  all: LISTED | (signsOff.has(seat.role) ? INDEPENDENT | PATIENT_FACING : 0),
  oneOf: CHECKED | (policy.acceptProvisional.value ? PROVISIONAL : 0),
});

/** Which outcodes are within the learner's distance, by position. */
const nearOutcodes = ({ request }: Ask): Uint8Array =>
  Uint8Array.from(outcodes, ({ outcode }) =>
    (milesBetween(request.site.outcode, outcode) ?? Infinity) <= request.maxMiles ? 1 : 0,
  );

/**
 * The positions of those who are worth judging: everybody who can take the seat, and with `mayFail` 1 also everybody
 * who fails only one of the things that a learner is told about (distance, area, dates, places, answers awaited, details
 * confirmed). Some of them fail what columns do not show; nobody else is left out.
 */
export const worthJudging = (columns: Columns, ask: Ask, mayFail: 0 | 1): readonly number[] => {
  const { request, seat, staleOn } = ask;
  const { all, oneOf } = standingWanted(ask);
  const profession = bitsOf(professionBit, [request.profession]);
  const learnerType = bitsOf(learnerTypeBit, [request.learnerType]);
  const role = bitsOf(roleBit, [seat.role]);
  const known: readonly ClinicalAreaId[] = [...ask.areas, ...ask.related.keys()];
  const areas = bitsOf(areaBit, known);
  const near = nearOutcodes(ask);
  const remote = request.remoteAcceptable && ask.university?.remoteAllowed !== false ? MIXED : 0;
  const staleDay = dayNumber(staleOn);
  const found: number[] = [];
  for (let index = 0; index < columns.practitioners.length; index += 1) {
    const standing = columns.standing[index] ?? 0;
    if ((standing & all) !== all || (standing & oneOf) === 0) continue;
    if (((columns.professions[index] ?? 0) & profession) === 0) continue;
    if (((columns.learnerTypes[index] ?? 0) & learnerType) === 0) continue;
    if (((columns.roles[index] ?? 0) & role) === 0) continue;
    const outcode = columns.outcode[index] ?? -1;
    const failed =
      Number(((columns.areas[index] ?? 0) & areas) === 0) +
      Number((columns.confirmedOn[index] ?? 0) <= staleDay) +
      Number((standing & TAKES_OFFERS) === 0) +
      Number(outcode >= 0 && near[outcode] === 0 && (standing & remote) === 0);
    if (failed <= mayFail) found.push(index);
  }
  return found;
};
