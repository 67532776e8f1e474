import { createRequest } from '../../../shared/requests/create-request.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import {
  type AskForSupervision,
  askForSupervisionSchema,
  type RequestIn,
} from '../../../shared/requests/request.ts';
import { weekdays } from '../../../shared/reference/vocabulary.ts';
import { type ClinicalAreaId, clinicalAreas } from '../../../shared/reference/clinical-areas.ts';
import { learnerTypes, type ProfessionId } from '../../../shared/reference/professions.ts';
import { demonstrationSystem } from './demonstration-system.ts';
import { addressAt, type Employer } from './employers.ts';
import { inventNumber } from './dpps.ts';
import type { Invent } from './invent.ts';
import type { Times } from './times.ts';

const APPLICATIONS_CLOSE_DAYS_BEFORE = 77;
const SIGN_OFF_DAYS_BEFORE = APPLICATIONS_CLOSE_DAYS_BEFORE + 14;
const COURSE_DAYS = 180;

export interface Wish {
  /** A DPP who could supervise the learner: the learner works nearby and in the same clinical area. */
  readonly near: Practitioner;
  /** Days from today until the day by which a DPP must be named; negative if that day has passed. */
  readonly signOffIn: number;
  readonly askedDaysAgo: number;
  readonly profession?: ProfessionId;
  readonly changes?: Partial<AskForSupervision>;
}

/**
 * The clinical areas that are named most often in requests, so that the published figures show a clear
 * demand.
 */
const popularAreas: readonly ClinicalAreaId[] = [
  'cardiovascular',
  'polypharmacy',
  'minor-illness',
  'diabetes-endocrine',
  'mental-health',
  'frailty-care-homes',
  'pain',
];

const areaOf = (invent: Invent, { leadArea, areas }: Practitioner): ClinicalAreaId => {
  const most = popularAreas.find((area) => areas.includes(area));
  return most !== undefined && invent.sometimes(75) ? most : leadArea;
};

const employerNear = (invent: Invent, employers: readonly Employer[], dpp: Practitioner): Employer => {
  const outcode = dpp.sites[0]?.outcode ?? 'ME7';
  const near = employers.filter(
    ({ organisation, site }) =>
      organisation.id !== dpp.organisation.id &&
      (demonstrationSystem.travel.between(outcode, site.outcode)?.minutes ?? 99) <= 24,
  );
  return invent.pick(
    near.length > 0 ? near : employers.filter(({ organisation }) => organisation.id === dpp.organisation.id),
  );
};

/** A learner's scope of practice in one sentence. */
export const scopeOf = (leadArea: ClinicalAreaId): string => {
  const area = clinicalAreas.find(({ id }) => id === leadArea)?.words ?? leadArea;
  return `${area}: adults whom I see in my own clinics, new and repeat prescriptions.`;
};

const learnerTypeFor = (profession: ProfessionId, dpp: Practitioner) => {
  const fitting = learnerTypes.filter(
    ({ id, professions }) =>
      professions.some((one) => one === profession) && dpp.supervisesLearnerTypes.includes(id),
  );
  return fitting.find(({ id }) => id === 'pharmacist-ip' || id === 'v300') ?? fitting[0];
};

/** Invents a newly submitted request of a learner whom the DPP in `near` could supervise. */
export const inventRequest = (
  invent: Invent,
  times: Times,
  employers: readonly Employer[],
  { near, signOffIn, askedDaysAgo, profession, changes = {} }: Wish,
): RequestIn<'unconfirmed'> => {
  const learning = profession ?? near.supervisesProfessions[0] ?? near.profession;
  const type = learnerTypeFor(learning, near);
  if (type === undefined) throw new Error(`${near.id} takes no ${learning}`);
  const leadArea = areaOf(invent, near);
  const employer = employerNear(invent, employers, near);
  const name = invent.person();
  const start = signOffIn + SIGN_OFF_DAYS_BEFORE;
  const ask = askForSupervisionSchema.parse({
    requestedBy: invent.sometimes(75) ? 'learner' : 'employer',
    requesterName: name,
    email: addressAt(employer.domain, name),
    learnerName: name,
    profession: learning,
    learnerType: type.id,
    registrationNumber: inventNumber(invent, learning),
    organisation: { id: employer.organisation.id, name: employer.organisation.name },
    site: employer.site,
    leadArea,
    areas: [leadArea],
    scope: scopeOf(leadArea),
    setting: near.setting,
    university: invent.pick([
      'medway',
      'medway',
      'canterbury-christ-church',
      'london-south-bank',
      'brighton',
    ]),
    courseStart: times.in(start),
    courseEnd: times.in(start + COURSE_DAYS),
    applicationsClose: times.in(start - APPLICATIONS_CLOSE_DAYS_BEFORE),
    signOffNeededBy: times.in(signOffIn),
    hours: type.hours,
    namedDppHours: invent.pick([10, 20, 30]),
    days: weekdays.slice(0, 5).filter(() => invent.sometimes(60)),
    maxMinutes: 30,
    maxMiles: 10,
    remoteAcceptable: invent.sometimes(30),
    employerSupport: true,
    nmpLeadName: employer.lead?.name,
    nmpLeadEmail: employer.lead?.email,
    conflicts: [],
    ownDpp: invent.pick(['none', 'none', 'asked-and-cannot']),
    canOffer: invent.sometimes(25) ? 'We can host a learner of yours in return.' : undefined,
    spokeHours: 0,
    ...changes,
  });
  return createRequest(ask, invent.id(), demonstrationSystem.consent.request.id, times.ago(askedDaysAgo));
};
