import { endingInWords } from '../../../../shared/matches/end-causes.ts';
import type { Match } from '../../../../shared/matches/match.ts';
import type { Practitioner } from '../../../../shared/people/practitioner.ts';
import { soughtUntil } from '../../../../shared/offers/offer-clock.ts';
import { learnerName } from '../../../../shared/requests/learner-name.ts';
import { learnerOfGroup } from '../../../../shared/requests/learners-asked.ts';
import type { SupervisionRequest } from '../../../../shared/requests/request.ts';
import { hoursInWords } from '../../../../shared/kernel/hours-in-words.ts';
import { dayInWords } from '../../../../shared/kernel/time.ts';
import { message } from '../message.ts';
import { subjectOf } from '../subject.ts';
import { facts, heading, hello, learnerWords, paragraph, requesterRows, roleWords } from '../words.ts';

/** Rows about a match that a side ended, for people who do not take part in it. */
const endedFacts = (match: Match, practitioner: Practitioner) => {
  const ending = match.state === 'ended-early' ? match.ending : undefined;
  return [
    { label: wordsOfRole(match.role), value: practitioner.name },
    ...(ending === undefined
      ? []
      : [
          { label: 'Reason', value: endingInWords(ending.by, ending.cause) },
          { label: 'Hours done', value: `${ending.hoursDone} of ${hoursInWords(match.hours)}` },
        ]),
  ];
};

/** Says what follows from the end for a request. */
const whatFollows = (request: SupervisionRequest, role: string): string =>
  request.state === 'withdrawn'
    ? 'Nobody else is asked. The learner can ask again at any time.'
    : `We are looking for another ${roleWords(role)}, before other requests, until ${dayInWords(soughtUntil(request))}.`;

const wordsOfRole = (role: string): string => {
  const words = roleWords(role);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Messages to the learner's lead and to the programme team about a match that one side ended early. */
export const matchEnded = {
  'lead-match-ended': message({
    to: 'request-lead',
    needs: ['practitioner', 'request', 'match'],
    stillTrue: ({ match }) => match.state === 'ended-early',
    compose: ({ practitioner, request, match }) => ({
      subject: subjectOf(`The supervision of ${learnerWords(request)} ended early`),
      blocks: [
        heading(`The supervision of ${learnerWords(request)} ended early`),
        hello(request.nmpLeadName ?? ''),
        paragraph('You supported this learner’s request for a DPP.'),
        facts([
          { label: 'Learner', value: learnerName(request) ?? learnerOfGroup(request) ?? 'To be named' },
          ...endedFacts(match, practitioner),
        ]),
        paragraph(whatFollows(request, match.role)),
      ],
    }),
  }),
  'team-match-ended': message({
    to: 'team',
    needs: ['practitioner', 'request', 'match'],
    stillTrue: ({ match }) => match.state === 'ended-early',
    compose: ({ practitioner, request, match }) => ({
      subject: subjectOf(
        `A match ended early: ${learnerWords(request)} and ${practitioner.name}`,
        'A match ended early',
      ),
      blocks: [
        heading('A match ended early'),
        facts([
          ...requesterRows(request),
          ...endedFacts(match, practitioner),
          { label: 'DPP’s email', value: practitioner.email },
        ]),
        paragraph(whatFollows(request, match.role)),
      ],
    }),
  }),
};
