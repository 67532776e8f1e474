import type { Link } from '../../../shared/notifications/link.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { changeDetails, changePlaces } from '../../../shared/people/practitioner-moves.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { numberIn, textIn } from '../../../shared/journeys/answers.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import {
  answersOfOffer,
  toOfferOfSupervision,
} from '../../../shared/journeys/register/offer-of-supervision.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer, file, redirect } from '../../web/http/reply.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { ChangeRefusal, ListingChange } from '../../store/change-listing.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import { listingDecisions } from './listing-decisions.ts';
import { listingSteps } from './listing-steps.ts';
import { decisionChoice, detailsChoice, eraseChoice, leaveChoice, placesChoice } from './manage-choices.ts';
import { managePage } from './manage-page.ts';
import { registrationProblem } from '../confirmation/registration-problem.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import type { NumberChange } from './correct-number.ts';
import { deadLink, type LinkDeps, withLink } from '../../web/links/with-link.ts';

type Change = Promise<Result<Practitioner, ChangeRefusal | 'number-taken'>>;

interface Deps extends LinkDeps {
  readonly practitioners: Pick<PractitionerRepository, 'find'>;
  readonly changeListing: (id: string, change: ListingChange) => Change;
  readonly correctNumber: (id: string, change: NumberChange) => Change;
  readonly leave: (id: string) => Change;
  readonly erase: (id: string) => Change;
  readonly personalData: (id: string) => Promise<unknown>;
}

/** One action of the page: its question, what it does, and the words afterwards. */
interface Act {
  readonly choice: Choice;
  readonly run: (answers: Answers) => Change;
  readonly done: string;
}

/** A practitioner's own page and its actions. GET shows, POST changes. */
export const manage = (deps: Deps) => {
  const today = () => londonDay(deps.clock.now());
  const tokenIn = ({ params }: HttpRequest): string => params['token'] ?? '';

  const actFor = (practitioner: Practitioner, token: string, action: string): Act | undefined => {
    const { id } = practitioner;
    const decision = listingDecisions.find(({ slug }) => slug === action);
    if (decision !== undefined)
      return {
        choice: decisionChoice(token, practitioner, decision),
        run: () => deps.changeListing(id, decision.change),
        done: decision.done,
      };
    const step = listingSteps(practitioner).find(({ slug }) => slug === action);
    if (step !== undefined)
      return {
        choice: detailsChoice(token, practitioner, step),
        run: (answers) => {
          const offer = toOfferOfSupervision(answers, today());
          return offer.registrationNumber === practitioner.registrationNumber
            ? deps.changeListing(id, {
                action: 'details-changed',
                move: (before, now) => changeDetails(before, offer, now),
              })
            : deps.correctNumber(id, offer);
        },
        done: 'Your changes are saved.',
      };
    if (action === 'places')
      return {
        choice: placesChoice(token, practitioner, today()),
        run: (answers) =>
          deps.changeListing(id, {
            action: 'places-changed',
            move: (before, now) => changePlaces(before, numberIn(answers, 'placesOffered') ?? 0, now),
          }),
        done: 'The number of places is saved.',
      };
    if (action === 'leave')
      return {
        choice: leaveChoice(token, practitioner),
        run: () => deps.leave(id),
        done: 'Your listing is closed.',
      };
    return action === 'erase'
      ? { choice: eraseChoice(token, practitioner), run: () => deps.erase(id), done: '' }
      : undefined;
  };

  const erased = (request: HttpRequest): HttpReply =>
    outcomePage(request, {
      code: 'erased',
      title: 'Erased',
      text: 'We no longer hold anything that identifies you.',
      next: ['This link no longer works.', 'To come back, register again.'],
    });

  const owner = async ({ practitionerId }: Link): Promise<Practitioner | undefined> =>
    practitionerId === undefined ? undefined : deps.practitioners.find(practitionerId);

  /** The reply if the link's listing no longer exists. */
  const replyWithoutListing = (
    request: HttpRequest,
    practitioner: Practitioner | undefined,
  ): HttpReply | undefined => {
    if (practitioner === undefined) return deadLink(request, 'manage', tokenIn(request));
    return practitioner.state === 'erased' ? erased(request) : undefined;
  };

  const notFound = (request: HttpRequest): HttpReply => problem(request, problemOf('page-not-found'));

  const after = (request: HttpRequest, act: Act, outcome: Awaited<Change>): HttpReply => {
    if (!outcome.ok) return problem(request, registrationProblem(outcome.refusal));
    if (outcome.value.state === 'erased') return erased(request);
    return request.wantsJson
      ? answer({
          request,
          personal: true,
          json: { status: outcome.value.state, done: act.done },
          page: () => '',
        })
      : redirect(`/manage/${tokenIn(request)}?done=${request.params['action'] ?? ''}`);
  };

  const show: HttpHandler = withLink(deps, 'manage', async (request, link) => {
    const practitioner = await owner(link);
    const other = replyWithoutListing(request, practitioner);
    if (other !== undefined || practitioner === undefined) return other ?? notFound(request);
    const done = actFor(practitioner, tokenIn(request), request.query['done']?.[0] ?? '')?.done;
    return managePage(request, practitioner, today(), done);
  });

  const showAction: HttpHandler = withLink(deps, 'manage', async (request, link) => {
    const practitioner = await owner(link);
    const other = replyWithoutListing(request, practitioner);
    if (other !== undefined || practitioner === undefined) return other ?? notFound(request);
    if (request.params['action'] === 'data')
      return file({
        body: JSON.stringify(await deps.personalData(practitioner.id), null, 2),
        contentType: 'application/json; charset=utf-8',
        fileName: 'my-data.json',
        personal: true,
      });
    const act = actFor(practitioner, tokenIn(request), request.params['action'] ?? '');
    return act === undefined ? notFound(request) : choicePage(request, act.choice);
  });

  const takeAction: HttpHandler = withLink(deps, 'manage', async (request, link) => {
    const practitioner = await owner(link);
    const other = replyWithoutListing(request, practitioner);
    if (other !== undefined || practitioner === undefined) return other ?? notFound(request);
    const act = actFor(practitioner, tokenIn(request), request.params['action'] ?? '');
    if (act === undefined) return notFound(request);
    const { step, before = {} } = act.choice;
    const standing = step.slug === 'places' ? {} : answersOfOffer(practitioner);
    const { answers, errors } = readStep(request, step, today(), standing);
    if (errors.length > 0)
      return choicePage(request, { ...act.choice, before: { ...before, ...answers } }, errors);
    if (textIn(answers, 'decision') === 'no') return redirect(`/manage/${tokenIn(request)}`);
    return after(request, act, await act.run(answers));
  });

  /** Handles POSTs to the page itself, which only come from "Send me a new link" on an expired link. */
  const take: HttpHandler = withLink(deps, 'manage', (request) =>
    Promise.resolve(redirect(`/manage/${tokenIn(request)}`)),
  );

  return { show, take, showAction, takeAction };
};
