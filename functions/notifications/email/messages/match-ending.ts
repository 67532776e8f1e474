import { firstNameOf } from '../../../../shared/people/first-name.ts';
import { endReasons, isCurrent, isOver, type Match } from '../../../../shared/matches/match.ts';
import { hasSaidFinished } from '../../../../shared/matches/finish-match.ts';
import { feedbackOf, type Side } from '../../../../shared/matches/match-feedback.ts';
import { endingInWords } from '../../../../shared/matches/end-causes.ts';
import { dayInWords, londonDay } from '../../../../shared/kernel/time.ts';
import { message, type WantedLink } from '../message.ts';
import { subjectOf } from '../subject.ts';
import { button, facts, heading, hello, learnerWords, matchFacts, paragraph, shortDay } from '../words.ts';

interface About {
  readonly match: Match;
}

const lives = ({ match }: About): boolean => isCurrent(match);
const asksFor = ({ match }: About, side: Side): boolean =>
  isOver(match) && feedbackOf(match, side) === undefined;

const practitionerFeedback = ({ match }: About): WantedLink => ({
  kind: 'feedback',
  recipient: 'practitioner',
  practitionerId: match.practitionerId,
  matchId: match.id,
});
const requesterFeedback = ({ match }: About): WantedLink => ({
  kind: 'feedback',
  recipient: 'requester',
  requestId: match.requestId,
  matchId: match.id,
});

/** Words of the side that ended a match; undefined if neither of them ended it on their own. */
const endingOf = (match: Match) => (match.state === 'ended-early' ? match.ending : undefined);

const reasonWords = (match: Match): string => {
  const ending = endingOf(match);
  return ending === undefined ? plainReason(match) : endingInWords(ending.by, ending.cause);
};

const plainReason = (match: Match): string =>
  endReasons.find(({ id }) => match.state === 'ended-early' && id === match.endReason)?.words ??
  'The acceptance was undone';

/** Messages about a match that ends soon or has ended. */
export const matchEnding = {
  'practitioner-match-ending': message({
    to: 'practitioner',
    needs: ['practitioner', 'request', 'match'],
    stillTrue: lives,
    links: (about) => [practitionerFeedback(about)],
    compose: ({ practitioner, request, match }, url) => ({
      subject: subjectOf(`Confirm the end of your time with ${learnerWords(request)}`),
      blocks: [
        heading(`Your time with ${learnerWords(request)} ends on ${shortDay(match.to)}`),
        hello(practitioner.name),
        facts(matchFacts(match, request)),
        paragraph(
          'Tell us when the hours are done. Your place will then be free for another learner. If you need more time, tell us the new last day instead.',
        ),
        button('Update this match', url('feedback')),
      ],
    }),
  }),
  'requester-match-ending': message({
    to: 'requester',
    needs: ['practitioner', 'request', 'match'],
    stillTrue: lives,
    links: (about) => [requesterFeedback(about)],
    compose: ({ practitioner, request, match }, url) => ({
      subject: subjectOf(`Confirm the end of your time with ${firstNameOf(practitioner.name)}`),
      blocks: [
        heading(`Your time with ${firstNameOf(practitioner.name)} ends on ${shortDay(match.to)}`),
        hello(request.requesterName),
        facts(matchFacts(match, request)),
        paragraph(
          'Tell us when your hours are done and signed off. The place will then be free for another learner. If you need more time, tell us the new last day instead.',
        ),
        button('Update this match', url('feedback')),
      ],
    }),
  }),
  'practitioner-match-finished': message({
    to: 'practitioner',
    needs: ['practitioner', 'request', 'match'],
    stillTrue: ({ match }) => isCurrent(match) && !hasSaidFinished(match, 'practitioner'),
    links: ({ practitioner }) => [
      { kind: 'manage', recipient: 'practitioner', practitionerId: practitioner.id },
    ],
    compose: ({ practitioner, request, match }, url) => ({
      subject: subjectOf(`Confirm that the hours of ${learnerWords(request)} are done`),
      blocks: [
        heading(`Are the hours of ${learnerWords(request)} done?`),
        hello(practitioner.name),
        paragraph('The learner told us that all hours with you are done.'),
        facts(matchFacts(match, request)),
        paragraph(
          'If that is right, say so on your page; if you sign the learner off, once you have. The supervision is then complete and your place is free. If it is not, talk to the learner: nothing changes before you say so.',
        ),
        button('Go to your page', url('manage')),
      ],
    }),
  }),
  'requester-match-finished': message({
    to: 'requester',
    needs: ['practitioner', 'request', 'match'],
    stillTrue: ({ match }) => isCurrent(match) && !hasSaidFinished(match, 'requester'),
    links: ({ request }) => [{ kind: 'status', recipient: 'requester', requestId: request.id }],
    compose: ({ practitioner, request, match }, url) => ({
      subject: subjectOf(`Confirm that your hours with ${firstNameOf(practitioner.name)} are done`),
      blocks: [
        heading(`Are your hours with ${firstNameOf(practitioner.name)} done?`),
        hello(request.requesterName),
        paragraph(`${firstNameOf(practitioner.name)} told us that all your hours with them are done.`),
        facts(matchFacts(match, request)),
        paragraph(
          'If that is right, say so on your page. The supervision is then complete. If it is not, talk to your DPP: nothing changes before you say so.',
        ),
        button('Go to your page', url('status')),
      ],
    }),
  }),
  'practitioner-match-ended': message({
    to: 'practitioner',
    needs: ['practitioner', 'storedRequest', 'match'],
    stillTrue: ({ match }) => match.state === 'ended-early' || match.state === 'undone',
    links: ({ practitioner }) => [
      { kind: 'manage', recipient: 'practitioner', practitionerId: practitioner.id },
    ],
    compose: ({ practitioner, storedRequest, match }, url) => ({
      subject: subjectOf(`Your place is free: the match with ${learnerWords(storedRequest)} has ended`),
      blocks: [
        heading(`The match with ${learnerWords(storedRequest)} has ended`),
        hello(practitioner.name),
        facts([
          ...matchFacts(match, storedRequest),
          endingOf(match)?.hoursDone === undefined
            ? undefined
            : { label: 'Hours done', value: String(endingOf(match)?.hoursDone) },
          { label: 'Reason', value: reasonWords(match) },
        ]),
        paragraph('Your place is free again, and we may ask you to supervise another learner.'),
        button('Go to your page', url('manage')),
      ],
    }),
  }),
  'practitioner-feedback-asked': message({
    to: 'practitioner',
    canBeStopped: true,
    needs: ['practitioner', 'request', 'match'],
    stillTrue: (about) => asksFor(about, 'practitioner'),
    links: (about) => [practitionerFeedback(about)],
    compose: ({ practitioner, request, match }, url) => ({
      subject: subjectOf(`Tell us how it went with ${learnerWords(request)}`),
      blocks: [
        heading('How did the supervision go?'),
        hello(practitioner.name),
        paragraph(
          `Your time with ${learnerWords(request)} ended${isOver(match) ? ` on ${dayInWords(londonDay(match.endedAt))}` : ''}. Your answers to 3 short questions help us to match learners and DPPs better. Your place is free again.`,
        ),
        button('Give feedback', url('feedback')),
      ],
    }),
  }),
  'requester-feedback-asked': message({
    to: 'requester',
    canBeStopped: true,
    needs: ['practitioner', 'request', 'match'],
    stillTrue: (about) => asksFor(about, 'requester'),
    links: (about) => [requesterFeedback(about)],
    compose: ({ practitioner, request }, url) => ({
      subject: subjectOf(`Tell us how it went with ${firstNameOf(practitioner.name)}`),
      blocks: [
        heading('How did the supervision go?'),
        hello(request.requesterName),
        paragraph(
          `Your time with ${firstNameOf(practitioner.name)} has ended. Your answers to 3 short questions help us to match the next learners better. Only the programme team will read your comment.`,
        ),
        button('Give feedback', url('feedback')),
      ],
    }),
  }),
};
