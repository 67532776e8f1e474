import { boardOfGuest, learnerAcrossInWords } from '../../../../shared/borders/border-words.ts';
import { firstNameOf } from '../../../../shared/people/first-name.ts';
import { isCurrent, type Match } from '../../../../shared/matches/match.ts';
import { requesterContact } from '../../../../shared/requests/requester-contact.ts';
import { nextStepsOfPractitioner, nextStepsOfRequester } from '../../../../shared/matches/next-steps.ts';
import type { SupervisionRequest } from '../../../../shared/requests/request.ts';
import type { Practitioner } from '../../../../shared/people/practitioner.ts';
import type { ServiceSystem } from '../../../../shared/systems/service-system.ts';
import type { Fact } from '../block.ts';
import { message, type WantedLink } from '../message.ts';
import { subjectOf } from '../subject.ts';
import {
  areaWords,
  button,
  facts,
  heading,
  hello,
  learnerWords,
  list,
  matchFacts,
  paragraph,
  practitionerContact,
  roleWords,
} from '../words.ts';

const hasBackUp = ({ backUpName, backUpEmail }: Practitioner): boolean =>
  backUpName !== undefined || backUpEmail !== undefined;

const lives = ({ match }: { readonly match: Match }): boolean => isCurrent(match);

const statusLink = ({ request }: { readonly request: SupervisionRequest }): WantedLink => ({
  kind: 'status',
  recipient: 'requester',
  requestId: request.id,
});

/** Names the board of a neighbour's DPP to the learner. */
const ofNeighbour = (practitioner: Practitioner, system: ServiceSystem): readonly Fact[] => {
  const value = boardOfGuest(practitioner, system);
  return value === undefined ? [] : [{ label: 'Listed with', value }];
};

/** Messages to both sides of an agreed match: contact details and next steps. */
export const matchAgreed = {
  'practitioner-match-agreed': message({
    to: 'practitioner',
    needs: ['practitioner', 'request', 'match'],
    stillTrue: lives,
    links: ({ match }) => [
      {
        kind: 'offer',
        recipient: 'practitioner',
        practitionerId: match.practitionerId,
        requestId: match.requestId,
        offerId: match.offerId,
      },
      { kind: 'manage', recipient: 'practitioner', practitionerId: match.practitionerId },
    ],
    compose: ({ system, practitioner, request, match }, url) => ({
      subject: subjectOf(`Contact ${learnerWords(request)}: you are their ${roleWords(match.role)}`),
      blocks: [
        heading(`You are the ${roleWords(match.role)} of ${learnerWords(request)}`),
        hello(practitioner.name),
        paragraph(
          'You accepted. We have sent your contact details to the learner, or to the employer who sent the request.',
        ),
        ...learnerAcrossInWords(practitioner, system).map(paragraph),
        heading('Contact details'),
        facts(requesterContact(request)),
        heading('What you agreed'),
        facts([
          ...matchFacts(match, request),
          { label: 'Clinical area', value: areaWords(request.leadArea) },
        ]),
        heading('What to do next'),
        list(nextStepsOfPractitioner(request, hasBackUp(practitioner))),
        button('Go to your page', url('manage')),
        {
          kind: 'small',
          text: 'Put the dates into your calendar.',
          link: { words: 'Calendar file', url: `${url('offer')}?dates=ics` },
        },
        {
          kind: 'small',
          text: 'Pressed the wrong button? You can undo your answer in the first hour after you send it.',
          link: { words: 'Undo my answer', url: url('offer') },
        },
      ],
    }),
  }),
  'practitioner-learner-named': message({
    to: 'practitioner',
    needs: ['practitioner', 'request', 'match'],
    stillTrue: lives,
    links: ({ match }) => [
      { kind: 'manage', recipient: 'practitioner', practitionerId: match.practitionerId },
    ],
    compose: ({ practitioner, request, match }, url) => ({
      subject: subjectOf(`Your learner is ${learnerWords(request)}`, 'We know who your learner is'),
      blocks: [
        heading('Your learner has a name'),
        hello(practitioner.name),
        paragraph(
          `You agreed to supervise a learner whom ${request.organisation.name} had not chosen yet. Now the employer has told us who it is.`,
        ),
        facts(requesterContact(request)),
        heading('What you agreed'),
        facts([
          ...matchFacts(match, request),
          { label: 'Clinical area', value: areaWords(request.leadArea) },
        ]),
        paragraph(
          'If you are related to the learner, or have another conflict of interest, reply to this email: the programme team will help.',
        ),
        button('Go to your page', url('manage')),
      ],
    }),
  }),
  'requester-match-agreed': message({
    to: 'requester',
    needs: ['practitioner', 'request', 'match'],
    stillTrue: lives,
    links: (about) => [statusLink(about)],
    compose: ({ system, practitioner, request, match }, url) => ({
      subject: subjectOf(
        `Contact ${firstNameOf(practitioner.name)}: your new ${roleWords(match.role)}`,
        `Contact ${firstNameOf(practitioner.name)}, who has accepted`,
      ),
      blocks: [
        heading(`${firstNameOf(practitioner.name)} will be your ${roleWords(match.role)}`),
        hello(request.requesterName),
        heading('Contact details'),
        facts([...practitionerContact(practitioner), ...ofNeighbour(practitioner, system)]),
        heading('What was agreed'),
        facts([
          ...matchFacts(match, request),
          { label: 'Clinical area', value: areaWords(request.leadArea) },
        ]),
        heading('What to do next'),
        list(nextStepsOfRequester(request)),
        button('Follow your request', url('status')),
        {
          kind: 'small',
          text: 'Put the dates into your calendar.',
          link: { words: 'Calendar file', url: `${url('status')}/calendar` },
        },
      ],
    }),
  }),
  'requester-match-undone': message({
    to: 'requester',
    needs: ['request', 'match'],
    stillTrue: ({ match }) => match.state === 'undone',
    links: (about) => [statusLink(about)],
    compose: ({ request, match }, url) => ({
      subject: subjectOf(
        `Wait before you write: your ${roleWords(match.role)} undid their acceptance`,
        'Wait before you write: an acceptance was undone',
      ),
      blocks: [
        heading(`Your ${roleWords(match.role)} has undone their acceptance`),
        hello(request.requesterName),
        paragraph(
          `The ${roleWords(match.role)} we named has undone their acceptance, which is possible in the first hour. We are waiting for their new answer. If they decline, we will ask the next DPP. You do not need to do anything.`,
        ),
        button('Follow your request', url('status')),
      ],
    }),
  }),
};
