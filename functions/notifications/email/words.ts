import type { Match } from '../../../shared/matches/match.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { firstNameOf } from '../../../shared/people/first-name.ts';
import { learnerFirstName, learnerName } from '../../../shared/requests/learner-name.ts';
import { learnerOfGroup } from '../../../shared/requests/learners-asked.ts';
import type { StoredRequest, SupervisionRequest } from '../../../shared/requests/request.ts';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import { deadlineInWords } from '../../../shared/kernel/time-in-words.ts';
import { dayInWords } from '../../../shared/kernel/time.ts';
import { clinicalAreas } from '../../../shared/reference/clinical-areas.ts';
import { learnerTypes, professions } from '../../../shared/reference/professions.ts';
import { seatRoles } from '../../../shared/reference/seat-roles.ts';
import type { Block, Fact } from './block.ts';
import { hoursInWords } from '../../../shared/kernel/hours-in-words.ts';
import { hoursWithInWords } from '../../../shared/requests/hours-with.ts';

/** Words for ids of reference data. */
const wordsOf = (table: readonly { readonly id: string; readonly words: string }[], id: string): string =>
  table.find((entry) => entry.id === id)?.words ?? id;

export const areaWords = (id: string): string => wordsOf(clinicalAreas, id);
export const professionWords = (id: string): string => wordsOf(professions, id);
export const learnerTypeWords = (id: string): string => wordsOf(learnerTypes, id);

/** Words for a role. "DPP" stays abbreviated, because every recipient knows it better than its long form. */
export const roleWords = (id: string): string =>
  id === 'dpp' ? 'DPP' : wordsOf(seatRoles, id).toLowerCase();

/**
 * Names the learner in a sentence, by first name. Returns "a learner" if the request has been erased, or if an
 * employer sent it before the learner was known; "learner 3 of 10" if the employer asked for several.
 */
export const learnerWords = (request: StoredRequest): string =>
  (isErased(request) ? undefined : (learnerFirstName(request) ?? learnerOfGroup(request))) ?? 'a learner';

const withoutYear = (words: string): string => words.replace(/ \d{4}$/, '');

/** Formats a day without its year, for subjects: "27 November". */
export const shortDay = (day: string): string => withoutYear(dayInWords(day));

/** Formats a deadline without its year, for subjects: "5pm on 27 November". */
export const shortDeadline = (end: string): string => withoutYear(deadlineInWords(end));

export const periodWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  `${dayInWords(from)} to ${dayInWords(to)}`;

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const button = (text: string, url: string): Block => ({ kind: 'button', text, url });
export const facts = (rows: readonly (Fact | undefined)[]): Block => ({
  kind: 'facts',
  facts: rows.filter((row) => row !== undefined),
});
export const hello = (name: string): Block => paragraph(`Hello ${firstNameOf(name)}`.trim() + ',');

/** Lists facts of a request that do not identify anybody. */
export const requestFacts = (request: SupervisionRequest): readonly Fact[] => [
  { label: 'Kind of learner', value: learnerTypeWords(request.learnerType) },
  { label: 'Clinical area', value: areaWords(request.leadArea) },
  { label: 'Supervised hours', value: hoursInWords(request.hours) },
  ...(request.hoursDone === undefined
    ? []
    : [{ label: 'Hours done so far', value: hoursInWords(request.hoursDone) }]),
  { label: 'Dates', value: periodWords({ from: request.courseStart, to: request.courseEnd }) },
  { label: 'DPP needed by', value: dayInWords(request.signOffNeededBy) },
];

/** Lists a DPP's name and contact details. Use it only in e-mails to the two sides of an agreed match. */
export const practitionerContact = (practitioner: Practitioner): readonly (Fact | undefined)[] => [
  { label: 'Name', value: practitioner.name },
  { label: 'Profession', value: professionWords(practitioner.profession) },
  { label: 'Organisation', value: practitioner.organisation.name },
  { label: 'Work email', value: practitioner.email },
  practitioner.phone === undefined ? undefined : { label: 'Work phone', value: practitioner.phone },
];

export const matchFacts = (match: Match, { hours: inAll }: Pick<StoredRequest, 'hours'>): readonly Fact[] => [
  { label: 'Role', value: roleWords(match.role) },
  { label: 'Hours agreed', value: hoursWithInWords(match.hours, inAll) },
  { label: 'Dates', value: periodWords(match) },
];

/** Names who sent a request, for whom, and how to reach them. Use it only in e-mails to the team. */
export const requesterRows = (request: SupervisionRequest): readonly (Fact | undefined)[] => [
  { label: 'Request', value: request.id },
  { label: 'Sent by', value: request.requesterName },
  { label: 'Email', value: request.email },
  { label: 'Learner', value: learnerName(request) ?? 'To be named' },
  { label: 'Employer', value: request.organisation.name },
  request.nmpLeadName === undefined
    ? undefined
    : { label: 'Prescribing lead', value: [request.nmpLeadName, request.nmpLeadEmail ?? ''].join(', ') },
];

/** Shows who sent a request, and until when it needs a DPP. Use it only in e-mails to the team. */
export const requesterFacts = (request: SupervisionRequest): Block =>
  facts([...requesterRows(request), { label: 'DPP needed by', value: dayInWords(request.signOffNeededBy) }]);
