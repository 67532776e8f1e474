import { isErased } from '../../../shared/kernel/is-erased.ts';
import type { ErasedPractitioner, Practitioner } from '../../../shared/people/practitioner.ts';
import { changeDetails, changePlaces } from '../../../shared/people/practitioner-moves.ts';
import { accepted, type Result } from '../../../shared/kernel/result.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { numberIn, textIn } from '../../../shared/journeys/answers.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import { answersOfOffer } from '../../../shared/journeys/register/offer-of-supervision.ts';
import { registerJourney } from '../../../shared/journeys/register/register-journey.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer, file, redirect } from '../../web/http/reply.ts';
import type { LinkRepository } from '../../store/repositories/link-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { ChangeRefusal, ListingChange } from '../../store/change-listing.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import { listingDecisions } from './listing-decisions.ts';
import { listingElsewhere } from './listing-elsewhere.ts';
import { listingSteps } from './listing-steps.ts';
import {
  decisionChoice,
  detailsChoice,
  eraseChoice,
  leaveChoice,
  newAddressChoice,
  pauseChoice,
  placesChoice,
} from './manage-choices.ts';
import { managePage } from './manage-page.ts';
import type { OwnTies } from './manage-learners.ts';
import { manageOffer } from './manage-offer.ts';
import { readTied } from '../../matching/matches/release-practitioner.ts';
import type { MatchPages } from '../../matching/matches/match-pages.ts';
import { registrationProblem } from '../confirmation/registration-problem.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { settleOrganisation, unknownCodes, withoutChoice } from '../../web/forms/organisation-choice.ts';
import { whichOrganisationPage } from '../../web/forms/which-organisation-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import type { changedOffer } from './changed-offer.ts';
import type { NumberChange } from './correct-number.ts';
import type { Chance } from '../../platform/chance.ts';
import { emailsToNamed, withNamedTold } from '../../store/tell-named.ts';
import { changedSinceCheck } from '../../store/changed-since-check.ts';
import type { Table } from '../../store/table/table.ts';
import type { askForNewAddress } from './ask-for-new-address.ts';
import type { TooMany } from '../../web/links/confirmation-limits.ts';
import { tooManyProblem } from '../../web/links/too-many-problem.ts';
import { deadLink, type LinkDeps, withLink } from '../../web/links/with-link.ts';

type Answered<After> = Promise<
  Result<After, ChangeRefusal | 'number-taken' | 'number-taken-elsewhere' | TooMany>
>;
type Change = Answered<Practitioner>;
type Erasure = Answered<ErasedPractitioner>;

interface Deps extends LinkDeps {
  readonly links: LinkRepository;
  readonly table: Table;
  readonly chance: Pick<Chance, 'id' | 'token'>;
  readonly system: ServiceSystem;
  readonly practitioners: Pick<PractitionerRepository, 'find'>;
  readonly changeListing: (id: string, change: ListingChange) => Change;
  readonly correctNumber: (id: string, change: NumberChange) => Change;
  readonly changedOffer: ReturnType<typeof changedOffer>;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
  readonly askForNewAddress: ReturnType<typeof askForNewAddress>;
  readonly matchPages: MatchPages;
  readonly leave: (id: string) => Change;
  readonly erase: (id: string) => Erasure;
  readonly personalData: (id: string) => Promise<unknown>;
}

/** One action of the page: its question, its effect, and the text shown afterwards. */
interface Act {
  readonly choice: Choice;
  /** @param network the network from which the form was sent */
  readonly run: (answers: Answers, network: string) => Change | Erasure;
  readonly done: string;
  /** Whether what an answer leaves out stays as the listing has it. */
  readonly keepsTheRest?: true;
}

const noTies: OwnTies = { offers: [], matches: [], requests: [] };

/** A practitioner's own page and its actions. GET shows, POST changes. */
export const manage = (deps: Deps) => {
  const journey = registerJourney(deps.system);
  const openOffer = manageOffer(deps);
  const today = () => londonDay(deps.clock.now());
  const tokenIn = ({ params }: HttpRequest): string => params['token'] ?? '';

  const actFor = (
    practitioner: Practitioner,
    token: string,
    action: string,
    ties: OwnTies = noTies,
  ): Act | undefined => {
    const { id } = practitioner;
    const decision = listingDecisions.find(({ slug }) => slug === action);
    if (decision !== undefined)
      return {
        choice:
          decision.slug === 'pause'
            ? pauseChoice(token, practitioner, decision, ties)
            : decisionChoice(token, practitioner, decision),
        run: () => deps.changeListing(id, decision.change),
        done: decision.done,
      };
    const step = listingSteps(journey, practitioner).find(({ slug }) => slug === action);
    if (step !== undefined)
      return {
        choice: detailsChoice(token, practitioner, step),
        run: async (answers, network) => {
          const { offer, also } = await deps.changedOffer(practitioner, answers);
          return offer.registrationNumber === practitioner.registrationNumber
            ? deps.changeListing(id, {
                action: 'details-changed',
                move: (before, now) => {
                  const changed = changeDetails(before, offer, now);
                  return changed.ok ? accepted(withNamedTold(changed.value)) : changed;
                },
                also: (before, after) => [
                  ...also,
                  ...emailsToNamed(deps.table, before, after, deps.clock.now(), network),
                  ...changedSinceCheck(deps, before, after, deps.clock.now()),
                ],
              })
            : deps.correctNumber(id, offer);
        },
        done: 'Your changes are saved.',
        keepsTheRest: true,
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
    if (action === 'new-address' && practitioner.unreachableSince !== undefined)
      return {
        choice: newAddressChoice(token, practitioner),
        run: (answers, network) => deps.askForNewAddress(id, textIn(answers, 'email') ?? '', network),
        done: 'We have emailed a link to your new address. Open it and confirm the address. The link works for 7 days.',
      };
    if (action === 'leave')
      return {
        choice: leaveChoice(token, practitioner, ties),
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

  /**
   * Calls `handle` with the practitioner to whom the link belongs. If the listing has been erased or does not
   * exist, or is kept by a neighbouring system, replies with a page that says so.
   */
  const behind = (
    handle: (request: HttpRequest, practitioner: Practitioner) => HttpReply | Promise<HttpReply>,
  ): HttpHandler =>
    withLink(deps, 'manage', async (request, { practitionerId = '' }) => {
      const owner = await deps.practitioners.find(practitionerId);
      if (owner === undefined) return deadLink(request, 'manage', tokenIn(request));
      if (isErased(owner)) return erased(request);
      return owner.guest !== undefined && request.params['action'] !== 'data'
        ? listingElsewhere(request, 'manage', owner, deps.system)
        : handle(request, owner);
    });

  const notFound = (request: HttpRequest): HttpReply => problem(request, problemOf('page-not-found'));

  const after = (request: HttpRequest, act: Act, outcome: Awaited<Change | Erasure>): HttpReply => {
    if (!outcome.ok) {
      const { refusal } = outcome;
      return refusal === 'too-many-today' || refusal === 'too-many-this-hour'
        ? tooManyProblem(request, refusal, deps.clock.now())
        : problem(request, registrationProblem(refusal));
    }
    if (isErased(outcome.value)) return erased(request);
    return request.wantsJson
      ? answer({
          request,
          personal: true,
          json: { status: outcome.value.state, done: act.done },
          page: () => '',
        })
      : redirect(`/manage/${tokenIn(request)}?done=${request.params['action'] ?? ''}`);
  };

  const tiesOf = async ({ id }: Practitioner): Promise<OwnTies> => (await readTied(deps.table, id)) ?? noTies;

  const show = behind(async (request, practitioner) => {
    const done = actFor(practitioner, tokenIn(request), request.query['done']?.[0] ?? '')?.done;
    const steps = listingSteps(journey, practitioner);
    const ties = await tiesOf(practitioner);
    return managePage(request, practitioner, { system: deps.system, steps, today: today(), ties }, done);
  });

  /** Answers an action on one of the practitioner's matches or live offers; undefined if it is about neither. */
  const onTie = async (request: HttpRequest, practitioner: Practitioner, ties: OwnTies) => {
    const home = `/manage/${tokenIn(request)}`;
    return (
      (await openOffer(request, practitioner, ties, home)) ??
      deps.matchPages(request, request.params['action'] ?? '', {
        side: 'practitioner',
        id: practitioner.id,
        actingAs: `You are acting as ${practitioner.name}.`,
        caption: 'Your learners',
        home,
      })
    );
  };

  const showAction = behind(async (request, practitioner) => {
    if (request.params['action'] === 'data')
      return file({
        body: JSON.stringify(await deps.personalData(practitioner.id), null, 2),
        contentType: 'application/json; charset=utf-8',
        fileName: 'my-data.json',
        personal: true,
      });
    const ties = await tiesOf(practitioner);
    const act = actFor(practitioner, tokenIn(request), request.params['action'] ?? '', ties);
    return act === undefined
      ? ((await onTie(request, practitioner, ties)) ?? notFound(request))
      : choicePage(request, act.choice);
  });

  const takeAction = behind(async (request, practitioner) => {
    const ties = await tiesOf(practitioner);
    const act = actFor(practitioner, tokenIn(request), request.params['action'] ?? '', ties);
    if (act === undefined) return (await onTie(request, practitioner, ties)) ?? notFound(request);
    const { step, before = {} } = act.choice;
    const standing = act.keepsTheRest === true ? withoutChoice(answersOfOffer(practitioner)) : {};
    const { answers, errors } = readStep(request, step, today(), standing);
    const organisations = await deps.knownOrganisations();
    const all = [...errors, ...unknownCodes(organisations, step.questions, answers)];
    if (all.length > 0) return choicePage(request, { ...act.choice, before: { ...before, ...answers } }, all);
    if (textIn(answers, 'decision') === 'no' || textIn(answers, 'offers') === 'answer-first')
      return redirect(`/manage/${tokenIn(request)}`);
    if (request.json !== undefined) return after(request, act, await act.run(answers, request.network));
    const settled = settleOrganisation(organisations, step.questions, answers, request.form);
    return settled.is === 'ask'
      ? whichOrganisationPage(request, act.choice, settled.choice)
      : after(request, act, await act.run(settled.answers, request.network));
  });

  /** Handles POSTs to the page itself, which only come from "Send me a new link" on an expired link. */
  const take: HttpHandler = withLink(deps, 'manage', (request) =>
    Promise.resolve(redirect(`/manage/${tokenIn(request)}`)),
  );

  return { show, take, showAction, takeAction };
};
