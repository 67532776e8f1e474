import { createPractitioner } from '../../../shared/people/create-practitioner.ts';
import {
  type OfferOfSupervision,
  offerOfSupervisionSchema,
  type Practitioner,
} from '../../../shared/people/practitioner.ts';
import { confirmEmail, checkedPractitioner } from '../../../shared/people/practitioner-moves.ts';
import { demonstrationSystem } from './demonstration-system.ts';
import { weekdays } from '../../../shared/reference/vocabulary.ts';
import {
  learnerTypes,
  type ProfessionId,
  professions,
  type RegulatorId,
} from '../../../shared/reference/professions.ts';
import { hcpcPrefixes } from '../../../shared/reference/regulators.ts';
import { seatRoleIds } from '../../../shared/reference/seat-roles.ts';
import { addressAt, type Employer } from './employers.ts';
import type { Invent } from './invent.ts';
import { expectAccepted } from './expect-accepted.ts';
import { typicalPractice } from './settings.ts';
import type { Times } from './times.ts';

/** For each profession, the other professions that its members often supervise. */
const alsoSupervises: Readonly<Partial<Record<ProfessionId, readonly ProfessionId[]>>> = {
  doctor: ['pharmacist', 'nurse', 'paramedic', 'physiotherapist', 'midwife', 'dietitian'],
  pharmacist: ['nurse', 'paramedic', 'dietitian', 'physiotherapist'],
  nurse: ['midwife', 'pharmacist', 'paramedic', 'podiatrist'],
  midwife: ['nurse'],
  dentist: ['nurse', 'pharmacist'],
  paramedic: ['nurse', 'pharmacist'],
  physiotherapist: ['podiatrist', 'paramedic'],
  podiatrist: ['physiotherapist', 'nurse'],
  'therapeutic-radiographer': ['diagnostic-radiographer', 'nurse'],
};

const learns = (profession: ProfessionId): boolean =>
  learnerTypes.some((type) => type.professions.some((id) => id === profession));

const regulatorOf = (profession: ProfessionId): RegulatorId => {
  const found = professions.find(({ id }) => id === profession)?.regulators[0];
  if (found === undefined) throw new Error(`no regulator for ${profession}`);
  return found;
};

/** A registration number in the regulator's format. */
export const inventNumber = (invent: Invent, profession: ProfessionId): string => {
  const regulator = regulatorOf(profession);
  switch (regulator) {
    case 'gphc':
      return `2${invent.digits(6)}`;
    case 'nmc':
      return `${invent.digits(2)}${invent.pick(['A', 'B', 'C', 'H'])}${invent.digits(4)}${invent.pick(['E', 'N', 'O'])}`;
    case 'hcpc':
      return `${hcpcPrefixes[profession] ?? ''}${invent.digits(5)}`;
    case 'gmc':
      return invent.digits(7);
    case 'goc':
      return `01${invent.digits(5)}`;
    case 'gdc':
    case 'psni':
      return invent.digits(6);
  }
};

const offerOf = (
  invent: Invent,
  times: Times,
  employer: Employer,
  profession: ProfessionId,
): OfferOfSupervision => {
  const name = invent.person();
  const own = typicalPractice[employer.setting].areas;
  const areas = invent.some(own, 2, 3);
  const takes = [profession, ...invent.some(alsoSupervises[profession] ?? [], 1, 4)].filter(learns);
  const years = invent.whole(3, 22);
  const nursing = takes.includes('nurse') || takes.includes('midwife');
  return offerOfSupervisionSchema.parse({
    name,
    email: addressAt(employer.domain, name),
    profession,
    regulator: regulatorOf(profession),
    registrationNumber: inventNumber(invent, profession),
    annotationYear: Number(times.today.slice(0, 4)) - years,
    yearsPrescribing: years,
    patientFacing: true,
    supervisedBefore: invent.whole(0, 6),
    preparation: invent.sometimes(80) ? ['rps-framework'] : ['none-yet'],
    supervisesProfessions: takes,
    supervisesLearnerTypes: learnerTypes
      .filter((type) => type.professions.some((id) => takes.includes(id)))
      .map(({ id }) => id),
    seatRoles: seatRoleIds.filter(
      (role) => role === 'dpp' || (nursing && role !== 'spoke-supervisor') || invent.sometimes(20),
    ),
    leadArea: areas[0],
    areas,
    setting: employer.setting,
    organisation: { id: employer.organisation.id, name: employer.organisation.name },
    sites: [employer.site],
    days: weekdays.slice(0, 5).filter(() => invent.sometimes(65)),
    mode: invent.sometimes(35) ? 'mixed' : 'in-person',
    placesOffered: invent.pick([0, 0, 1, 1, 1, 1, 2]),
    availableFrom: times.in(-400),
    hoursPerWeek: invent.pick([6, 7, 8, 8, 12]),
    fee: invent.pick(['free', 'free', 'free', 'by-agreement', 'ask']),
    employerApproval: !invent.sometimes(10),
    frameworkScore: invent.whole(5, 8),
    indemnityChecked: invent.pick(['yes', 'yes', 'yes', 'not-sure']),
    nextYear: invent.pick(['yes', 'yes', 'maybe', 'no']),
  });
};

/**
 * Invents one DPP for each employer in turn, until there are `count` DPPs. The professions that are typical
 * of a setting are given to its DPPs in turn, so that all professions occur.
 */
export const inventDpps = (
  invent: Invent,
  times: Times,
  employers: readonly Employer[],
  count: number,
): readonly Practitioner[] => {
  const before = new Map<Employer['setting'], number>();
  return Array.from({ length: count }, (_, index) => {
    const employer = employers[index % employers.length];
    if (employer === undefined) throw new Error('no employers');
    const { setting } = employer;
    const nth = before.get(setting) ?? 0;
    before.set(setting, nth + 1);
    const work = typicalPractice[setting].professions;
    const profession = work[nth % work.length] ?? 'pharmacist';
    const said = offerOf(invent, times, employer, profession);
    return createPractitioner(
      said,
      invent.id(),
      demonstrationSystem.consent.register.id,
      times.ago(380 - index),
    );
  });
};

/**
 * Days after a DPP's registration at which the check of their entry in the regulator's register is due again.
 */
const RECHECKED_AFTER_DAYS = 330;
/**
 * Days since the last confirmation of a DPP's details after which the DPP counts as out of reach. The seed
 * records no new register check for such a DPP, so the check is overdue.
 */
const OUT_OF_REACH_AFTER_DAYS = 100;

/**
 * A registered, confirmed, checked and listed DPP. The register is checked again after about a year, except
 * for a few DPPs who cannot be reached and whose check is therefore overdue.
 * @param confirmedDaysAgo days since their details were last confirmed
 */
export const listDpp = (practitioner: Practitioner, times: Times, confirmedDaysAgo: number): Practitioner => {
  const confirmed = expectAccepted(confirmEmail(practitioner, false, practitioner.createdAt));
  const seen = 'Entry on the public register: registered, may prescribe, no conditions';
  const check = { by: 'Robin Exampleton', seen };
  const first = expectAccepted(checkedPractitioner(confirmed, check, practitioner.createdAt));
  const isDue = practitioner.createdAt < times.ago(RECHECKED_AFTER_DAYS);
  const checked =
    isDue && confirmedDaysAgo < OUT_OF_REACH_AFTER_DAYS
      ? expectAccepted(checkedPractitioner(first, check, times.ago(confirmedDaysAgo)))
      : first;
  return { ...checked, confirmedAt: times.ago(confirmedDaysAgo) };
};
