import { isCurrent } from '../../../../shared/matches/match.ts';
import { dayInWords, londonDay } from '../../../../shared/kernel/time.ts';
import { hasSupport } from '../../../../shared/requests/has-support.ts';
import { learnerName } from '../../../../shared/requests/learner-name.ts';
import { learnerOfGroup } from '../../../../shared/requests/learners-asked.ts';
import type { SupervisionRequest } from '../../../../shared/requests/request.ts';
import { message } from '../message.ts';
import { subjectOf } from '../subject.ts';
import {
  areaWords,
  facts,
  heading,
  hello,
  learnerWords,
  matchFacts,
  paragraph,
  roleWords,
} from '../words.ts';

const SUPPORTED = 'You supported this learner’s request for a DPP.';

const learnerRow = (request: SupervisionRequest) => ({
  label: 'Learner',
  value: learnerName(request) ?? learnerOfGroup(request) ?? 'To be named',
});

const dayRow = ({ signOffNeededBy }: SupervisionRequest) => ({
  label: 'DPP needed by',
  value: dayInWords(signOffNeededBy),
});

/** Messages to the lead who supported a learner's request: what was agreed, and that time is short. */
export const leadNews = {
  'lead-match-agreed': message({
    to: 'request-lead',
    needs: ['practitioner', 'request', 'match'],
    stillTrue: ({ match, request }) => isCurrent(match) && hasSupport(request),
    compose: ({ practitioner, request, match }) => ({
      subject: subjectOf(
        `${learnerWords(request)} has a ${roleWords(match.role)}: ${practitioner.name}`,
        `${learnerWords(request)} has a ${roleWords(match.role)}`,
        'A DPP has agreed to supervise a learner',
      ),
      blocks: [
        heading(`${practitioner.name} has agreed to supervise ${learnerWords(request)}`),
        hello(request.nmpLeadName ?? ''),
        paragraph(SUPPORTED),
        facts([
          learnerRow(request),
          { label: 'Supervised by', value: `${practitioner.name}, ${practitioner.organisation.name}` },
          ...matchFacts(match, request),
          { label: 'Clinical area', value: areaWords(request.leadArea) },
          dayRow(request),
        ]),
        paragraph(
          request.state === 'open'
            ? 'We are still looking for the other people whom the learner needs.'
            : 'Everyone whom the learner needs has agreed. You do not need to do anything here.',
        ),
      ],
    }),
  }),
  'lead-sign-off-near': message({
    to: 'request-lead',
    needs: ['request'],
    stillTrue: ({ request, now }) =>
      request.state === 'open' && hasSupport(request) && request.signOffNeededBy >= londonDay(now),
    compose: ({ request }) => ({
      subject: subjectOf(
        `${learnerWords(request)} has no DPP yet, and time is short`,
        'A learner has no DPP yet, and time is short',
      ),
      blocks: [
        heading(`We have not found everyone whom ${learnerWords(request)} needs`),
        hello(request.nmpLeadName ?? ''),
        paragraph(SUPPORTED),
        facts([
          learnerRow(request),
          { label: 'Clinical area', value: areaWords(request.leadArea) },
          dayRow(request),
        ]),
        paragraph(
          'We go on looking until then. If you know somebody who could supervise, ask them to register, or reply to this email.',
        ),
      ],
    }),
  }),
};
