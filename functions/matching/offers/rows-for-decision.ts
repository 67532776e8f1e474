import { days } from '../../../shared/matching/criteria/days.ts';
import { travel } from '../../../shared/matching/criteria/travel.ts';
import type { PlaceNames } from '../../../shared/geography/geography.ts';
import { hoursInWords } from '../../../shared/kernel/hours-in-words.ts';
import { dayInWords, londonDay } from '../../../shared/kernel/time.ts';
import { hoursAWeek } from '../../../shared/offers/hours-a-week.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import { clinicalAreas } from '../../../shared/reference/clinical-areas.ts';
import { listed, wordsOf } from '../../../shared/reference/reference-words.ts';
import { hoursWith, seatHoursInWords } from '../../../shared/requests/hours-with.ts';
import { periodOf, type Seat, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { seatOf } from '../../../shared/requests/seat-moves.ts';

type Asked = Pick<Offer, 'seatId' | 'madeAt' | 'contributions'>;

const areaWords = ({ leadArea, areas }: SupervisionRequest): readonly string[] =>
  [leadArea, ...areas.filter((area) => area !== leadArea)].map(
    (id) => clinicalAreas.find((area) => area.id === id)?.words ?? id,
  );

/** Hours that are asked of the practitioner of a seat. */
export const hoursWithYou = (request: SupervisionRequest, seatId: string): number => {
  const seat = seatOf(request, seatId);
  return seat === undefined ? request.hours : hoursWith(request, seat);
};

/** Hours a week that an offer asks for, from the day on which it was made. */
export const hoursAWeekOf = (request: SupervisionRequest, { seatId, madeAt }: Asked): number =>
  hoursAWeek(hoursWithYou(request, seatId), periodOf(request), madeAt);

const answerOf: Readonly<Record<Seat['state'], string>> = {
  vacant: 'nobody yet',
  offered: 'somebody has been asked',
  filled: 'somebody has agreed',
};

/** Says who else gives supervised hours, without names. */
const otherHours = (request: SupervisionRequest, seatId: string): readonly string[] => {
  const others = request.seats.filter(({ id }) => id !== seatId);
  const elsewhere =
    request.hours - hoursWithYou(request, seatId) - others.reduce((sum, { hours }) => sum + hours, 0);
  const rows = others.map(
    ({ role, hours, state }) => `${wordsOf(role)}, ${hoursInWords(hours)}: ${answerOf[state]}`,
  );
  if (elsewhere > 0)
    return [...rows, `${hoursInWords(elsewhere)} of ${request.hours} may be with colleagues`];
  return rows.length === 0 ? ['Nobody: all hours are with you'] : rows;
};

/** Says how far the learner would travel, or that the service does not know. */
const travelWords = (
  { contributions }: Asked,
  { site }: SupervisionRequest,
  geography: PlaceNames,
): string => {
  const found = contributions.find(({ criterion }) => criterion === travel.name);
  return (
    (found && travel.toPractitioner(found.facts, geography)) ??
    `The learner works in ${site.town}. We do not know how far that is from where you practise.`
  );
};

const freeDays = ({ contributions }: Asked, request: SupervisionRequest, geography: PlaceNames): string => {
  const named = listed(request.days.map((day) => day.charAt(0).toUpperCase() + day.slice(1)));
  const found = contributions.find(({ criterion }) => criterion === days.name);
  const isNoneShared = found?.facts['common'] === '' && request.days.length > 0;
  const words = isNoneShared ? days.toPractitioner(found.facts, geography) : undefined;
  return named === '' ? 'Not said' : [named, words].filter((part) => part !== undefined).join('. ');
};

/** Words for the day by which a DPP is needed; a day that had passed when the offer was made is named as such. */
const neededBy = ({ signOffNeededBy }: SupervisionRequest, { madeAt }: Asked): string =>
  signOffNeededBy < londonDay(madeAt)
    ? `As soon as possible: it was ${dayInWords(signOffNeededBy)}`
    : dayInWords(signOffNeededBy);

/** Lists the facts with which a practitioner decides whether they can supervise a learner. */
export const rowsForDecision = (request: SupervisionRequest, offer: Asked, geography: PlaceNames) => {
  return [
    {
      label: 'Works for',
      value: `${request.organisation.name}, ${request.site.town}. ${request.employerSupport ? 'The employer supports the course.' : 'The employer has not said that it supports the course.'}`,
    },
    { label: 'Clinical areas', value: areaWords(request) },
    {
      label: 'Hours with you',
      value: `${seatHoursInWords(request, offer.seatId)}: about ${hoursInWords(hoursAWeekOf(request, offer))} a week`,
    },
    { label: 'Who gives other hours', value: otherHours(request, offer.seatId) },
    { label: 'Dates', value: `${dayInWords(request.courseStart)} to ${dayInWords(request.courseEnd)}` },
    { label: 'Needed by', value: neededBy(request, offer) },
    { label: 'Travel', value: travelWords(offer, request, geography) },
    {
      label: 'Remote supervision',
      value: request.remoteAcceptable ? 'Part of it may be remote' : 'No, all of it in person',
    },
    { label: 'Days the learner is free', value: freeDays(offer, request, geography) },
  ];
};
