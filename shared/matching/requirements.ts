import { inCohort, MOST_PENDING_OFFERS, placesFree } from '../capacity/capacity.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { type Day, daysBetween } from '../kernel/time.ts';
import { professions } from '../reference/professions.ts';
import { seatRoles } from '../reference/seat-roles.ts';
import type { SeatQuery } from './seat-query.ts';
import { isSelf, means } from '../requests/same-person.ts';

/** The hard requirements, in the order in which they are listed to people. */
export const requirementNames = [
  'listed',
  'details-confirmed',
  'register-checked',
  'supervises-profession',
  'supervises-learner-type',
  'offers-seat',
  'may-sign-off',
  'patient-facing',
  'clinical-area',
  'not-self',
  'no-conflict',
  'not-excluded',
  'not-tried',
  'one-seat-each',
  'distance',
  'hours',
  'place-free',
  'pending-offers',
  'one-per-cohort',
] as const;
export type RequirementName = (typeof requirementNames)[number];

type Value = string | number | readonly string[];

/** A requirement that a pair does not meet, with the two values that were compared. */
export interface Requirement {
  readonly name: RequirementName;
  readonly wanted: Value;
  readonly found: Value;
}

type Compared = readonly [wanted: Value, found: Value];
/** Met: undefined. Not met: what was wanted and what was found. */
type Rule = (ask: SeatQuery, practitioner: Practitioner) => Compared | undefined;

const unless = (met: boolean, wanted: Value, found: Value): Compared | undefined =>
  met ? undefined : [wanted, found];

const independent: ReadonlySet<string> = new Set(
  professions.filter(({ prescribes }) => prescribes === 'independent').map(({ id }) => id),
);
const signingOff: ReadonlySet<string> = new Set(
  seatRoles.filter(({ signsOff }) => signsOff).map(({ id }) => id),
);

/** Days since the details were confirmed. The moment's UTC day is near enough for limits of months. */
export const daysUnconfirmed = (practitioner: Practitioner, today: Day): number =>
  Math.max(0, daysBetween(practitioner.confirmedAt.slice(0, 10), today));

/** The supervision may be partly remote when the learner, the practitioner and the university all accept it. */
export const remotePossible = ({ request, university }: SeatQuery, { mode }: Practitioner): boolean =>
  request.remoteAcceptable && mode === 'mixed' && university?.remoteAllowed !== false;

const NO_END = '9999-12-31';

/** The last day on which a practitioner can supervise. */
export const availableUntil = ({ availableTo = NO_END, leavingOn = NO_END }: Practitioner): Day =>
  availableTo < leavingOn ? availableTo : leavingOn;

/** Hours that fit into the whole weeks which the learner's period and the practitioner's availability share. */
const hoursThatFit = ({ weeksWith }: SeatQuery, practitioner: Practitioner): number =>
  weeksWith(practitioner.availableFrom, availableUntil(practitioner)) * practitioner.hoursPerWeek;

const rules: Readonly<Record<RequirementName, Rule>> = {
  listed: (_, { state }) => unless(state === 'listed', 'listed', state),
  'details-confirmed': ({ policy, today, staleOn }, practitioner) =>
    practitioner.confirmedAt.slice(0, 10) > staleOn
      ? undefined
      : [policy.staleDays.value, daysUnconfirmed(practitioner, today)],
  'register-checked': ({ policy }, { check, provisional }) =>
    unless(
      check !== undefined || (provisional && policy.acceptProvisional.value),
      'a recorded check',
      provisional ? 'listed without a check' : 'no check',
    ),
  'supervises-profession': ({ request }, { supervisesProfessions }) =>
    unless(supervisesProfessions.includes(request.profession), request.profession, supervisesProfessions),
  'supervises-learner-type': ({ request }, { supervisesLearnerTypes }) =>
    unless(supervisesLearnerTypes.includes(request.learnerType), request.learnerType, supervisesLearnerTypes),
  'offers-seat': ({ seat }, { seatRoles: offered }) =>
    unless(offered.includes(seat.role), seat.role, offered),
  'may-sign-off': ({ seat }, { profession }) =>
    unless(
      !signingOff.has(seat.role) || independent.has(profession),
      'an independent prescriber',
      profession,
    ),
  'patient-facing': ({ seat }, { patientFacing }) =>
    unless(patientFacing || !signingOff.has(seat.role), 'patient-facing', 'not patient-facing'),
  'clinical-area': ({ areas, related }, { leadArea, areas: known }) => {
    const fits = (area: Practitioner['leadArea']): boolean => areas.has(area) || related.has(area);
    return fits(leadArea) || known.some(fits) ? undefined : [[...areas], [...new Set([leadArea, ...known])]];
  },
  'not-self': ({ request }, practitioner) =>
    unless(!isSelf(request, practitioner), 'another person', 'the same person'),
  'no-conflict': ({ request: { conflicts } }, practitioner) => {
    if (conflicts.length === 0) return undefined;
    const against = conflicts.filter(
      ({ who, clearedBy }) => clearedBy === undefined && means(who, practitioner),
    );
    return unless(
      against.length === 0,
      'no declared conflict',
      against.map(({ kind }) => kind),
    );
  },
  'not-excluded': ({ request }, { id }) => {
    const exclusion = request.exclusions.find(({ practitionerId }) => practitionerId === id);
    return exclusion && ['not excluded', exclusion.reason];
  },
  'not-tried': ({ tried }, { id }) => {
    const outcome = tried.get(id);
    return outcome === undefined ? undefined : ['not asked before', outcome];
  },
  'one-seat-each': ({ request, inOtherSeats }, { id }) =>
    unless(
      !inOtherSeats.has(id) || request.onePersonReason !== undefined,
      'two different people',
      'in another seat',
    ),
  distance: (ask, practitioner) => {
    const { miles } = ask.nearest(practitioner);
    const near = miles !== undefined && miles <= ask.request.maxMiles;
    return unless(near || remotePossible(ask, practitioner), ask.request.maxMiles, miles ?? 'unknown');
  },
  hours: (ask, practitioner) => {
    const hours = hoursThatFit(ask, practitioner);
    return unless(hours >= ask.seat.hours, ask.seat.hours, hours);
  },
  'place-free': ({ period, request }, practitioner) =>
    unless(placesFree(practitioner, period, { requestId: request.id }) >= 1, 1, 0),
  'pending-offers': (_, { pendingOffers }) =>
    unless(pendingOffers.length < MOST_PENDING_OFFERS, MOST_PENDING_OFFERS - 1, pendingOffers.length),
  'one-per-cohort': ({ university, request }, practitioner) => {
    if (university?.onePerCohort !== true) return undefined;
    const learners = inCohort(practitioner, request).length + 1;
    return unless(learners === 1, 1, learners);
  },
};

const inOrder = requirementNames.map((name) => ({ name, rule: rules[name] }));

/**
 * The requirements that a pair does not meet, each with the two values compared.
 * @param most stop after so many: a ranking only needs to know nobody, one or more
 */
export const unmetRequirements = (
  ask: SeatQuery,
  practitioner: Practitioner,
  most = Infinity,
): readonly Requirement[] => {
  const unmet: Requirement[] = [];
  for (const { name, rule } of inOrder) {
    const compared = rule(ask, practitioner);
    if (compared === undefined) continue;
    unmet.push({ name, wanted: compared[0], found: compared[1] });
    if (unmet.length >= most) break;
  }
  return unmet;
};
