import type { FieldError } from '../../../shared/kernel/field-error.ts';
import { NEVER_MORE } from '../../../shared/people/never-more.ts';
import { answerCheckIn, type CheckInAnswer } from '../../../shared/capacity/check-in-answer.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { agoInWords, londonDay } from '../../../shared/kernel/time.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { counted } from '../../../shared/reference/reference-words.ts';
import { numberIn, textIn } from '../../../shared/journeys/answers.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem } from '../../web/http/problem.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { capacityStep } from '../../../shared/journeys/capacity-step.ts';
import type { ChangeRefusal, ListingChange } from '../../store/change-listing.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import { listingElsewhere } from './listing-elsewhere.ts';
import { listingTags } from './listing-words.ts';
import { registrationProblem } from '../confirmation/registration-problem.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import { deadLink, type LinkDeps, withLink } from '../../web/links/with-link.ts';

interface Deps extends LinkDeps {
  readonly system: ServiceSystem;
  readonly practitioners: Pick<PractitionerRepository, 'findPresent'>;
  readonly changeListing: (id: string, change: ListingChange) => Promise<Result<Practitioner, ChangeRefusal>>;
}

const answerIn = (answers: Answers, { placesOffered }: Practitioner): CheckInAnswer => {
  const can = textIn(answers, 'canSupervise');
  if (can === 'yes') return { can, places: numberIn(answers, 'placesOffered') ?? placesOffered };
  return can === 'maybe' ? { can } : { can: 'no', reason: textIn(answers, 'nextYearReason') ?? 'other' };
};

/** A yes keeps the number of places if none is given; a DPP who offers none has to give one. */
const placesErrors = (answers: Answers, { placesOffered }: Practitioner): readonly FieldError[] =>
  textIn(answers, 'canSupervise') === 'yes' &&
  numberIn(answers, 'placesOffered') === undefined &&
  placesOffered < 1
    ? [{ field: 'placesOffered', message: 'Enter how many learners you can supervise at once' }]
    : [];

const WE_ASK = `We will send you an offer when there is a learner who fits. You can accept or decline each time. ${NEVER_MORE}`;

const outcomeFor = (practitioner: Practitioner, { askAfterDays }: ServiceSystem['settings']) => {
  const { nextYear, placesOffered, state } = practitioner;
  const places = `You offer ${counted(placesOffered, 'place')}`;
  const hidden = state === 'listed' ? [] : [`Your listing: ${listingTags[state].text.toLowerCase()}.`];
  switch (nextYear) {
    case 'yes':
      return {
        title: 'Thank you: you can supervise',
        text: `${places}.`,
        next: [...hidden, WE_ASK],
      };
    case 'maybe':
      return {
        title: 'Thank you: you may be able to supervise',
        text: 'This does not commit you to anything.',
        next: [
          ...hidden,
          ...(placesOffered > 0
            ? [`${places}, as before.`, WE_ASK]
            : [
                'The directory says that you may have places. We will not send you offers until you say yes.',
              ]),
        ],
      };
    case 'no':
    case undefined:
      return {
        title: 'Thank you: you cannot supervise at the moment',
        text: 'This does not affect learners who have already agreed a place with you.',
        next: [
          ...hidden,
          `We will not send you new offers. We will ask you again in ${counted(askAfterDays, 'day')}.`,
        ],
      };
  }
};

/**
 * Handles the check-in, on which a DPP confirms their places. GET shows the page and POST saves the answer.
 * Idempotent.
 */
export const capacity = (deps: Deps): { readonly show: HttpHandler; readonly take: HttpHandler } => {
  const today = () => londonDay(deps.clock.now());

  const choiceFor = (token: string, practitioner: Practitioner): Choice => ({
    step: capacityStep,
    showsAll: true,
    caption: 'Check-in',
    actingAs: `You are answering as ${practitioner.name}.`,
    whatHappens: [
      `You last confirmed your details ${agoInWords(londonDay(practitioner.confirmedAt), today())}. You offer ${counted(practitioner.placesOffered, 'place')}. Whichever answer you send, you also confirm your other details${practitioner.state === 'stale' ? ' and bring your listing back' : ''}.`,
    ],
    action: `/capacity/${token}`,
    buttonText: 'Save my answer',
  });

  const behind = (
    handle: (request: HttpRequest, practitioner: Practitioner, choice: Choice) => Promise<HttpReply>,
  ): HttpHandler =>
    withLink(deps, 'capacity', async (request, { practitionerId = '' }) => {
      const token = request.params['token'] ?? '';
      const practitioner = await deps.practitioners.findPresent(practitionerId);
      if (practitioner?.guest !== undefined)
        return listingElsewhere(request, 'capacity', practitioner, deps.system);
      return practitioner === undefined || ['unconfirmed', 'withdrawn'].includes(practitioner.state)
        ? deadLink(request, 'capacity', token)
        : handle(request, practitioner, choiceFor(token, practitioner));
    });

  return {
    show: behind((request, _practitioner, choice) => Promise.resolve(choicePage(request, choice))),
    take: behind(async (request, practitioner, choice) => {
      const { answers, errors } = readStep(request, capacityStep, today());
      const wrong = errors.length > 0 ? errors : placesErrors(answers, practitioner);
      if (wrong.length > 0) return choicePage(request, choice, wrong);
      const said = answerIn(answers, practitioner);
      const outcome = await deps.changeListing(practitioner.id, {
        action: `capacity-${said.can}`,
        move: (before, now) => answerCheckIn(before, said, now),
      });
      return outcome.ok
        ? outcomePage(request, { code: said.can, ...outcomeFor(outcome.value, deps.system.settings) })
        : problem(request, registrationProblem(outcome.refusal));
    }),
  };
};
