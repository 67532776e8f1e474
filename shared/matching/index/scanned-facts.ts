import { londonDay } from '../../kernel/time.ts';
import { type Practitioner, practitionerSchema } from '../../people/practitioner.ts';
import { LAPSES_BEFORE_CHECK_IN } from '../../people/silence.ts';

/**
 * The fields of a practitioner that requirements and criteria read, in groups of which many practitioners share the same
 * values. Names, addresses, numbers and free text are not among them: a file of these groups holds nobody's contact
 * details, and what depends on such details is judged when the row is read.
 */
export const scannedGroups = {
  profession: practitionerSchema.pick({ profession: true, regulator: true }),
  professions: practitionerSchema.pick({ supervisesProfessions: true }),
  learnerTypes: practitionerSchema.pick({ supervisesLearnerTypes: true }),
  roles: practitionerSchema.pick({ seatRoles: true }),
  areas: practitionerSchema.pick({ leadArea: true, areas: true }),
  work: practitionerSchema.pick({ setting: true, organisation: true }),
  sites: practitionerSchema.pick({ sites: true, mode: true }),
  days: practitionerSchema.pick({ days: true }),
  times: practitionerSchema.pick({
    availableFrom: true,
    availableTo: true,
    leavingOn: true,
    hoursPerWeek: true,
  }),
  confirmed: practitionerSchema.pick({ confirmedAt: true }),
  register: practitionerSchema.pick({
    check: true,
    provisional: true,
    recheck: true,
    unreachableSince: true,
  }),
  experience: practitionerSchema.pick({ patientFacing: true, supervisedBefore: true, placesOffered: true }),
  answers: practitionerSchema.pick({ silence: true }),
  use: practitionerSchema.pick({ commitments: true, pendingOffers: true, lentPlaces: true }),
} as const;

const noTime = '1970-01-01T00:00:00.000Z';

/** The other fields, which no requirement and no criterion reads, or only with the row. */
const blank = {
  state: 'listed',
  name: '',
  email: '',
  registrationNumber: '',
  yearsPrescribing: 0,
  preparation: [],
  fee: 'ask',
  employerApproval: false,
  consent: { wording: '', at: noTime },
  flags: [],
  createdAt: noTime,
  updatedAt: noTime,
} satisfies Partial<Practitioner>;

/** A listed practitioner as a file shows them: everything that ranking needs, and no personal details. */
export const scannedPractitioner = (
  facts: Omit<Practitioner, keyof typeof blank> & Pick<Practitioner, 'id' | 'version'>,
): Practitioner => ({ ...blank, ...facts });

/** Takes the personal details out of a practitioner, and makes values equal that are judged alike. */
export const withoutDetails = (practitioner: Practitioner): Practitioner => {
  const { id, version, organisation, confirmedAt, check, supervisedBefore } = practitioner;
  const { availableTo, leavingOn, lentPlaces } = practitioner;
  return scannedPractitioner({
    id,
    version,
    profession: practitioner.profession,
    regulator: practitioner.regulator,
    supervisesProfessions: practitioner.supervisesProfessions,
    supervisesLearnerTypes: practitioner.supervisesLearnerTypes,
    seatRoles: practitioner.seatRoles,
    leadArea: practitioner.leadArea,
    areas: practitioner.areas,
    setting: practitioner.setting,
    organisation: {
      id: organisation.id,
      name: '',
      ...(organisation.employer === undefined
        ? {}
        : { employer: { id: organisation.employer.id, name: '' } }),
    },
    sites: practitioner.sites,
    mode: practitioner.mode,
    days: practitioner.days,
    availableFrom: practitioner.availableFrom,
    ...(availableTo === undefined ? {} : { availableTo }),
    ...(leavingOn === undefined ? {} : { leavingOn }),
    hoursPerWeek: practitioner.hoursPerWeek,
    confirmedAt: `${confirmedAt.slice(0, 10)}T00:00:00.000Z`,
    ...(check === undefined ? {} : { check: { by: '', at: noTime, seen: '', dueOn: check.dueOn } }),
    ...(practitioner.recheck === undefined ? {} : { recheck: { since: noTime, fields: [] } }),
    ...(practitioner.unreachableSince === undefined ? {} : { unreachableSince: noTime }),
    ...(practitioner.silence === undefined
      ? {}
      : {
          silence: {
            lapses: Math.min(practitioner.silence.lapses, LAPSES_BEFORE_CHECK_IN),
            since: `${londonDay(practitioner.silence.since)}T12:00:00.000Z`,
          },
        }),
    provisional: practitioner.provisional,
    patientFacing: practitioner.patientFacing,
    supervisedBefore: Math.min(supervisedBefore, 1),
    placesOffered: practitioner.placesOffered,
    commitments: practitioner.commitments,
    pendingOffers: practitioner.pendingOffers,
    ...(lentPlaces === undefined ? {} : { lentPlaces }),
  });
};
