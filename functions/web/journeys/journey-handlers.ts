import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { checkJourney, checkStep, stepsFor } from '../../../shared/journeys/check-journey.ts';
import { parseForm } from '../../../shared/journeys/parse-form.ts';
import type { Answers, Journey, QuestionStep } from '../../../shared/journeys/question.ts';
import { asTyped } from '../../../shared/journeys/form-values.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ReadSecret } from '../../platform/secrets/kept-secret.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../http/http-message.ts';
import { problem, problemOf } from '../http/problem.ts';
import { redirect } from '../http/reply.ts';
import { type CarriedAnswers, carriedBy } from './carried-answers.ts';
import type { EncryptionSettings } from './encrypt-text.ts';
import { isTrapped } from './form-trap.ts';
import { CHANGING_FIELD, CHECK_ANSWERS, journeyPages, SENT } from './journey-pages.ts';
import type { JourneyWords } from './journey-words.ts';
import { bodyProblem } from './submission-problems.ts';
import type { TooMany } from '../links/confirmation-limits.ts';
import { tooManyProblem } from '../links/too-many-problem.ts';
import { isChoosing, nothingChosen, settleOrganisation, unknownCodes } from '../forms/organisation-choice.ts';
import { parseJsonAnswers } from '../forms/parse-json-answers.ts';

/** A complete, checked set of answers to be stored. */
export interface Submission {
  readonly id: string;
  readonly answers: Answers;
  /** The sender's network, for quotas only. */
  readonly network: string;
}

export type Submit = (submission: Submission) => Promise<Result<'sent', TooMany | 'busy'>>;

interface Deps {
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  /** Reads the secret that encrypts the answers so far. */
  readonly secrets: ReadSecret;
  readonly submit: Submit;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
}

/** Handlers of one journey: its question pages, and the API that takes all answers as one JSON body. */
export const journeyHandlers = (journey: Journey, words: JourneyWords, deps: Deps) => {
  const settingsNow = async (): Promise<EncryptionSettings> => ({
    purpose: journey.id,
    secrets: await deps.secrets(),
  });
  const [first] = journey.steps;
  if (first === undefined) throw new Error('a journey has a first step');

  const stepOf = ({ params }: HttpRequest): QuestionStep | undefined =>
    journey.steps.find(({ slug }) => slug === params['step']);
  const begin = (): CarriedAnswers => ({
    answers: {},
    issuedAt: deps.clock.now(),
    submissionId: deps.chance.id(),
  });
  const notFound = (request: HttpRequest): HttpReply => problem(request, problemOf('page-not-found'));

  /** Makes the reply to valid answers that cannot be accepted at the moment. */
  const notSent = (request: HttpRequest, refusal: TooMany | 'busy'): HttpReply =>
    refusal === 'busy'
      ? problem(request, problemOf('busy'))
      : tooManyProblem(request, refusal, deps.clock.now());

  /** Reads the answers so far, even of a form that was begun with an earlier version of the service. */
  const carriedTo = (
    request: HttpRequest,
    settings: EncryptionSettings,
    now: Instant,
  ): ReturnType<typeof carriedBy> => {
    const found = carriedBy(request, settings, now);
    if (found.is !== 'answers' || journey.former === undefined) return found;
    const answers = journey.former.convert(found.carried.answers);
    return { is: 'answers', carried: { ...found.carried, answers } };
  };

  const show: HttpHandler = async (request) => {
    const settings = await settingsNow();
    const pages = journeyPages({ journey, words, settings, branding: request.branding });
    const now = deps.clock.now();
    if (request.params['step'] === SENT) {
      const sent = carriedTo(request, settings, now);
      // A new id, because the same answers are sent again, or with another address.
      return pages.sent(
        sent.is === 'answers' ? { ...sent.carried, submissionId: deps.chance.id() } : undefined,
      );
    }
    const step = stepOf(request);
    if (step === undefined) return notFound(request);
    const found = carriedTo(request, settings, now);
    if (found.is === 'too-old') return pages.tooOld();
    if (found.is === 'nothing')
      return step === first
        ? pages.show(first, { carried: begin(), changing: false })
        : redirect(`${words.path}/${first.slug}`);
    const { carried } = found;
    const missing = step.slug === CHECK_ANSWERS ? pages.firstUnanswered(carried, londonDay(now)) : undefined;
    return missing === undefined
      ? pages.show(step, { carried, changing: request.query[CHANGING_FIELD]?.[0] === 'yes' })
      : pages.goTo(missing, carried);
  };

  /** Finds the step that follows one that was answered correctly. */
  const stepAfter = (step: QuestionStep, changing: boolean, answers: Answers): QuestionStep => {
    const steps = stepsFor(journey, answers);
    return (
      (changing
        ? steps.find(({ slug }) => slug === CHECK_ANSWERS)
        : steps.find((one) => journey.steps.indexOf(one) > journey.steps.indexOf(step))) ?? step
    );
  };

  const send = async (request: HttpRequest, carried: CarriedAnswers): Promise<HttpReply> => {
    const settings = await settingsNow();
    const { linkTo } = journeyPages({ journey, words, settings, branding: request.branding });
    const done = redirect(linkTo(SENT, carried));
    if (isTrapped(request.form, carried, deps.clock.now())) return done;
    const sent = await deps.submit({
      id: carried.submissionId,
      answers: carried.answers,
      network: request.network,
    });
    return sent.ok ? done : notSent(request, sent.refusal);
  };

  const take: HttpHandler = async (request) => {
    const settings = await settingsNow();
    const pages = journeyPages({ journey, words, settings, branding: request.branding });
    const now = deps.clock.now();
    const isAgain = request.params['step'] === SENT;
    const step = stepOf(request);
    if (step === undefined && !isAgain) return notFound(request);
    const found = carriedTo(request, settings, now);
    if (found.is === 'too-old') return pages.tooOld();
    if (found.is === 'nothing') return redirect(`${words.path}/${first.slug}`);
    if (step === undefined) {
      const unanswered = pages.firstUnanswered(found.carried, londonDay(now));
      return unanswered === undefined ? send(request, found.carried) : pages.goTo(unanswered, found.carried);
    }
    const changing = request.form[CHANGING_FIELD]?.[0] === 'yes';

    const choosing = isChoosing(request.form);
    const names = new Set(step.questions.map(({ name }) => name));
    const kept = Object.entries(found.carried.answers).filter(([name]) => choosing || !names.has(name));
    const typed = choosing ? {} : parseForm(step.questions, request.form);
    const given = { ...Object.fromEntries(kept), ...typed };
    const checked = checkStep(step, given, londonDay(now));
    if (checked.errors.length > 0)
      return pages.show(step, {
        carried: found.carried,
        changing,
        typed: asTyped(request.form),
        errors: checked.errors,
      });

    const organisations = await deps.knownOrganisations();
    const settled = settleOrganisation(organisations, step.questions, checked.answers, request.form);
    if (settled.is === 'ask')
      return pages.whichOrganisation(
        step,
        {
          carried: { ...found.carried, answers: checked.answers },
          changing,
          ...(choosing ? { errors: nothingChosen } : {}),
        },
        settled.choice,
      );
    const carried = { ...found.carried, answers: settled.answers };
    const reason = step.notForYou?.(carried.answers);
    if (reason !== undefined) return pages.notForYou(step, carried, reason);
    if (step.slug !== CHECK_ANSWERS) return pages.goTo(stepAfter(step, changing, carried.answers), carried);
    const missing = pages.firstUnanswered(carried, londonDay(now));
    return missing === undefined ? send(request, carried) : pages.goTo(missing, carried);
  };

  const takeJson: HttpHandler = async (request) => {
    const read = parseJsonAnswers(journey, request.json);
    const checked = checkJourney(journey, read.answers, londonDay(deps.clock.now()));
    const reason = journey.steps.map((step) => step.notForYou?.(checked.answers)).find(Boolean);
    const organisations = await deps.knownOrganisations();
    const unknown = unknownCodes(
      organisations,
      journey.steps.flatMap(({ questions }) => questions),
      checked.answers,
    );
    const refusal = bodyProblem(journey, [...read.errors, ...checked.errors, ...unknown], reason);
    if (refusal !== undefined) return problem(request, refusal);
    const id = deps.chance.id();
    const sent = await deps.submit({ id, answers: checked.answers, network: request.network });
    return sent.ok
      ? {
          status: 202,
          headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
          body: JSON.stringify({ status: 'confirm-your-address' }),
        }
      : notSent(request, sent.refusal);
  };

  const start: HttpHandler = () => Promise.resolve(redirect(`${words.path}/${first.slug}`));

  return { start, show, take, takeJson };
};
