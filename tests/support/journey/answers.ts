import type { Answers } from '../../../shared/journeys/question.ts';

/** Valid answers with which a pharmacist in Gillingham registers. */
export const registerAnswers = (changes: Record<string, Answers[string] | undefined> = {}): Answers =>
  without({
    name: 'Amara Example',
    email: 'amara@dpp.example',
    profession: 'pharmacist',
    registrationNumber: '2012345',
    annotationYear: 2016,
    yearsPrescribing: 10,
    patientFacing: true,
    supervisedBefore: 2,
    preparation: ['rps-framework'],
    organisation: 'Harbour Surgery',
    outcode: 'ME7',
    setting: 'general-practice',
    leadArea: 'cardiovascular',
    areas: ['lipids'],
    supervisesProfessions: ['pharmacist', 'nurse'],
    supervisesLearnerTypes: ['pharmacist-ip', 'v300'],
    seatRoles: ['dpp', 'practice-assessor'],
    placesOffered: 1,
    hoursPerWeek: 8,
    days: ['monday', 'tuesday'],
    mode: 'in-person',
    fee: 'free',
    employerApproval: true,
    consent: true,
    ...changes,
  });

/** Valid answers with which a pharmacist in Chatham asks for a DPP. */
export const requestAnswers = (changes: Record<string, Answers[string] | undefined> = {}): Answers =>
  without({
    kind: 'before-course',
    requestedBy: 'learner',
    requesterName: 'Lee Learner',
    email: 'lee@learner.example',
    profession: 'pharmacist',
    learnerType: 'pharmacist-ip',
    registrationNumber: '2054321',
    organisation: 'Medway Pharmacy',
    outcode: 'ME4',
    university: 'medway',
    courseStart: '2027-02-01',
    applicationsClose: '2027-01-18',
    leadArea: 'cardiovascular',
    scope: 'Adults with hypertension in primary care.',
    setting: 'general-practice',
    days: ['monday', 'tuesday'],
    remoteAcceptable: false,
    employerSupport: true,
    nmpLeadName: 'Nina Lead',
    nmpLeadEmail: 'nina@learner.example',
    ownDpp: 'none',
    consent: true,
    ...changes,
  });

/** Valid answers with which a foundation trainee, who starts in July 2027, asks for a DPP. */
export const foundationAnswers = (changes: Record<string, Answers[string] | undefined> = {}): Answers =>
  without({
    kind: 'foundation-year',
    outcomes: 'full',
    requestedBy: 'learner',
    requesterName: 'Fay Trainee',
    email: 'fay@learner.example',
    organisation: 'Medway Pharmacy',
    outcode: 'ME4',
    courseStart: '2027-07-26',
    leadArea: 'cardiovascular',
    scope: 'Adults with hypertension in community pharmacy.',
    setting: 'community-pharmacy',
    consent: true,
    ...changes,
  });

/** Valid answers with which a pharmacist asks whose course began in September 2026 and whose DPP left. */
export const onCourseAnswers = (changes: Record<string, Answers[string] | undefined> = {}): Answers =>
  requestAnswers({
    kind: 'on-course',
    courseStart: '2026-09-14',
    applicationsClose: undefined,
    employerSupport: undefined,
    hoursDone: 30,
    lostDpp: 'left',
    ...changes,
  });

const without = (answers: Record<string, Answers[string] | undefined>): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter((entry): entry is [string, Answers[string]] => entry[1] !== undefined),
  );
