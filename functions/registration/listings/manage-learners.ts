import { hasSaidFinished, mayFinish } from '../../../shared/matches/finish-match.ts';
import type { CurrentMatch } from '../../../shared/matches/match.ts';
import { learnerFirstName, learnerName } from '../../../shared/requests/learner-name.ts';
import { learnerOfGroup } from '../../../shared/requests/learners-asked.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { hoursInWords } from '../../../shared/kernel/hours-in-words.ts';
import { type Day, dayInWords } from '../../../shared/kernel/time.ts';
import { deadlineInWords } from '../../../shared/kernel/time-in-words.ts';
import { clinicalAreas } from '../../../shared/reference/clinical-areas.ts';
import { withinSentence, wordsOf } from '../../../shared/reference/reference-words.ts';
import type { SectionProps } from '../../../site/src/components/section.tsx';
import type { Tied } from '../../matching/matches/release-practitioner.ts';

/** A DPP's live offers and agreed learners, with their requests. */
export type OwnTies = Pick<Tied, 'offers' | 'matches' | 'requests'>;

const areaWords = (id: string): string => clinicalAreas.find((area) => area.id === id)?.words ?? id;

const requestOf = ({ requests }: OwnTies, id: string): SupervisionRequest | undefined =>
  requests.find((request) => request.id === id);

const nameOf = (request: SupervisionRequest | undefined): string =>
  (request && (learnerName(request) ?? learnerOfGroup(request))) ?? 'A learner who is not named yet';

/** The section on offers that wait for an answer, with links to their pages; none if there are none. */
const offersSection = (ties: OwnTies, base: string): readonly SectionProps[] =>
  ties.offers.length === 0
    ? []
    : [
        {
          heading: 'Waiting for your answer',
          actions: ties.offers.map(({ id, requestId, role, expiresAt }) => {
            const request = requestOf(ties, requestId);
            const learner = request && learnerFirstName(request);
            return {
              label: `Answer the offer about ${learner ?? 'a learner'}`,
              href: `${base}/offer-${id}`,
              hint: [
                request === undefined ? '' : `${areaWords(request.leadArea)}, ${request.site.town}. `,
                `They need you as ${withinSentence(wordsOf(role))}. Answer by ${deadlineInWords(expiresAt)}.`,
              ].join(''),
            };
          }),
        },
      ];

const learnerSection = (ties: OwnTies, match: CurrentMatch, base: string, today: Day): SectionProps => {
  const request = requestOf(ties, match.requestId);
  const first = request && (learnerFirstName(request) ?? learnerOfGroup(request));
  return {
    heading: `Your learner: ${nameOf(request)}`,
    rows: [
      ...(request === undefined
        ? []
        : [
            { label: 'Email', value: request.email },
            { label: 'Works for', value: `${request.organisation.name}, ${request.site.town}` },
            { label: 'Clinical area', value: areaWords(request.leadArea) },
          ]),
      { label: 'Your role', value: wordsOf(match.role) },
      { label: 'Hours with you', value: hoursInWords(match.hours) },
      { label: 'Dates', value: `${dayInWords(match.from)} to ${dayInWords(match.to)}` },
      ...(request === undefined
        ? []
        : [{ label: 'DPP needed by', value: dayInWords(request.signOffNeededBy) }]),
    ],
    actions: [
      ...(mayFinish(match, today)
        ? [
            {
              label: `Say that the hours with ${first ?? 'this learner'} are done`,
              href: `${base}/finish-${match.id}`,
              ...(hasSaidFinished(match, 'requester') ? { hint: 'The learner has said so already.' } : {}),
            },
          ]
        : []),
      {
        label: `End the supervision of ${first ?? 'this learner'}`,
        href: `${base}/end-${match.id}`,
        hint: 'If it cannot go on. The hours done count, and we look for another DPP first of all.',
      },
    ],
  };
};

/** Offers first, then a section for each learner: what a DPP has to do, on top of their own page. */
export const tiesInSections = (ties: OwnTies, base: string, today: Day): readonly SectionProps[] => [
  ...offersSection(ties, base),
  ...ties.matches
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map((match) => learnerSection(ties, match, base, today)),
];

/** Offers and learners for API clients, without what the page does not show either. */
export const tiesInJson = (ties: OwnTies, base: string) => ({
  offers: ties.offers.map(({ id, role, expiresAt }) => ({
    role,
    answerBy: expiresAt,
    answer: `${base}/offer-${id}`,
  })),
  learners: ties.matches.map(({ id, requestId, role, hours, from, to, state }) => {
    const request = requestOf(ties, requestId);
    return {
      matchId: id,
      state,
      role,
      hours,
      from,
      to,
      name: request && learnerName(request),
      email: request?.email,
      organisation: request?.organisation.name,
      signOffNeededBy: request?.signOffNeededBy,
    };
  }),
});

/** Consequences of leaving for each learner, in a line each. */
export const learnersOnLeaving = (ties: OwnTies): readonly string[] =>
  ties.matches.map((match) => {
    const request = requestOf(ties, match.requestId);
    return `${nameOf(request)}, ${dayInWords(match.from)} to ${dayInWords(match.to)}: we tell them today and look for another ${withinSentence(wordsOf(match.role))}, before other requests.`;
  });

/** The live offers, in a line each. */
export const offersInWords = (ties: OwnTies): readonly string[] =>
  ties.offers.map(({ requestId, expiresAt }) => {
    const request = requestOf(ties, requestId);
    const learner = request && learnerFirstName(request);
    return `${learner ?? 'A learner'}${request === undefined ? '' : `, ${areaWords(request.leadArea)}, ${request.site.town}`}: answer by ${deadlineInWords(expiresAt)}`;
  });
