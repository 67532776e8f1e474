import { milesBetween } from '../../geography/distance.ts';
import type { Policy } from '../policy.ts';
import { type ClinicalAreaId } from '../../reference/clinical-areas.ts';
import { outcodes } from '../../geography/outcodes.ts';
import { seatRoles } from '../../reference/seat-roles.ts';
import type { SeatQuery } from '../query/seat-query.ts';
import {
  ALL_FREE,
  areaBit,
  bitsOf,
  CHECKED,
  type PractitionerIndex,
  dayNumber,
  emailKey,
  INDEPENDENT,
  learnerTypeBit,
  LISTED,
  MIXED,
  OFFERS_PLACES,
  PATIENT_FACING,
  professionBit,
  PROVISIONAL,
  registrationKey,
  roleBit,
  TAKES_OFFERS,
} from './practitioner-index.ts';
import { unmetRequirements } from '../requirements/unmet-requirements.ts';

const signsOff: ReadonlySet<string> = new Set(seatRoles.filter((role) => role.signsOff).map(({ id }) => id));

/** Bits that a seat wants; a practitioner who lacks one fails. */
const standingWanted = ({
  seat,
  policy,
}: SeatQuery<Policy>): { readonly all: number; readonly oneOf: number } => ({
  all: LISTED | TAKES_OFFERS | OFFERS_PLACES | (signsOff.has(seat.role) ? INDEPENDENT | PATIENT_FACING : 0),
  oneOf: CHECKED | (policy.acceptProvisional.value ? PROVISIONAL : 0),
});

/** Which outcodes are within the learner's distance, by position. */
const nearOutcodes = ({ request }: SeatQuery<Policy>): Uint8Array =>
  Uint8Array.from(outcodes, ({ outcode }) =>
    (milesBetween(request.site.outcode, outcode) ?? Infinity) <= request.maxMiles ? 1 : 0,
  );

/** By position in `availabilities`, whether the hours of the seat fit into the weeks that both have. */
const hoursFit = (
  { availabilities }: PractitionerIndex,
  { weeksWith, seat }: SeatQuery<Policy>,
): Uint8Array =>
  Uint8Array.from(availabilities, ({ from, to, hoursPerWeek }) =>
    weeksWith(from, to) * hoursPerWeek >= seat.hours ? 1 : 0,
  );

/** The positions of those who fail nothing that a column shows. Some of them fail something else; nobody else fits. */
const worthJudging = (columns: PractitionerIndex, ask: SeatQuery<Policy>): readonly number[] => {
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
  const fits = hoursFit(columns, ask);
  const found: number[] = [];
  for (let index = 0; index < columns.practitioners.length; index += 1) {
    const standing = columns.standing[index] ?? 0;
    if ((standing & all) !== all || (standing & oneOf) === 0) continue;
    if (((columns.professions[index] ?? 0) & profession) === 0) continue;
    if (((columns.learnerTypes[index] ?? 0) & learnerType) === 0) continue;
    if (((columns.roles[index] ?? 0) & role) === 0) continue;
    if (((columns.areas[index] ?? 0) & areas) === 0) continue;
    if ((columns.confirmedOn[index] ?? 0) <= staleDay) continue;
    if (fits[columns.availability[index] ?? -1] === 0) continue;
    const outcode = columns.outcode[index] ?? -1;
    if (outcode >= 0 && near[outcode] === 0 && (standing & remote) === 0) continue;
    found.push(index);
  }
  return found;
};

/** Who may be the learner, or is named by the request in some way: the columns do not say enough about them. */
const namedBy = (
  columns: PractitionerIndex,
  { request, tried, inOtherSeats }: SeatQuery<Policy>,
): ReadonlySet<number> =>
  new Set(
    [
      emailKey(request.email),
      ...(request.registrationNumber === undefined ? [] : [registrationKey(request.registrationNumber)]),
      ...request.exclusions.map(({ practitionerId }) => practitionerId),
      ...tried.keys(),
      ...inOtherSeats,
    ].flatMap((key) => columns.named.get(key) ?? []),
  );

/**
 * Of those whom the columns leave, who is sure to meet the requirements that a column does not show: nothing of theirs
 * is taken, their distance is known, and the request does not name them. About the others it says nothing.
 */
const sureOf = (columns: PractitionerIndex, ask: SeatQuery<Policy>): ((position: number) => boolean) => {
  if (ask.request.conflicts.length > 0) return () => false;
  const named = namedBy(columns, ask);
  return (position) =>
    ((columns.standing[position] ?? 0) & ALL_FREE) !== 0 &&
    (columns.outcode[position] ?? -1) >= 0 &&
    !named.has(position);
};

/** The positions of those who can take the seat: the same as judging everybody, for less work. */
export const eligibleAmong = (columns: PractitionerIndex, ask: SeatQuery<Policy>): readonly number[] => {
  const isSure = sureOf(columns, ask);
  return worthJudging(columns, ask).filter((position) => {
    if (isSure(position)) return true;
    const practitioner = columns.practitioners[position];
    return practitioner !== undefined && unmetRequirements(ask, practitioner, 1).length === 0;
  });
};
