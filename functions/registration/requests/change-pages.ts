import type { FieldError } from '../../../shared/kernel/field-error.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { formValues, type FormValues } from '../../../shared/journeys/form-values.ts';
import { answersOfAsk } from '../../../shared/journeys/request/ask-for-supervision.ts';
import type { Answers, Journey, Question, QuestionStep } from '../../../shared/journeys/question.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import { settleOrganisation, unknownCodes, withoutChoice } from '../../web/forms/organisation-choice.ts';
import { readStep } from '../../web/forms/read-step.ts';
import { whichOrganisationPage } from '../../web/forms/which-organisation-page.ts';
import type { HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer, redirect } from '../../web/http/reply.ts';
import { tooManyProblem } from '../../web/links/too-many-problem.ts';
import { registrationProblem } from '../confirmation/registration-problem.ts';
import type { changeAnswers, ChangeAnswersRefusal } from './change-answers.ts';
import { changeSteps, checkChange, concernsSomebody, withQuestions } from './change-steps.ts';

interface Deps {
  readonly system: ServiceSystem;
  readonly clock: Clock;
  readonly journey: Journey;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
  readonly changeAnswers: ReturnType<typeof changeAnswers>;
}

/** Hidden field with the names of questions that were added to a page. */
const ALSO = 'also';

const whatHappens = (asked: SupervisionRequest, step: QuestionStep): readonly string[] => {
  if (step.slug === 'move-dates')
    return [
      'We will ask the DPP who agreed whether the new dates are possible. If they are, your place moves with you. If not, we look for another DPP, and your request is at the front.',
    ];
  return [
    'Your request keeps its place in the queue.',
    ...(concernsSomebody(asked) && asked.state === 'open'
      ? [
          'If the DPP whom we have asked still fits, we tell them what has changed. If not, we withdraw the offer and look again.',
        ]
      : []),
    ...(asked.support?.answer?.counts === true
      ? ['If you change what your lead supported, we ask them again before we ask another DPP.']
      : []),
  ];
};

const refusedChange = (request: HttpRequest, refusal: ChangeAnswersRefusal, now: Instant): HttpReply => {
  switch (refusal) {
    case 'too-many-today':
    case 'too-many-this-hour':
      return tooManyProblem(request, refusal, now);
    case 'agreed-already':
      return problem(request, problemOf('change-agreed-already'));
    case 'asked-before':
      return problem(request, problemOf('change-asked-before'));
    case 'date-passed':
      return problem(request, problemOf('change-date-passed'));
    case 'not-allowed':
      return problem(request, problemOf('request-not-changeable'));
    case 'gone':
    case 'busy':
      return problem(request, registrationProblem(refusal));
  }
};

/** The pages on which a requester changes the answers of a request, one for each page of the form. */
export const changePages = ({ system, clock, journey, knownOrganisations, changeAnswers: save }: Deps) => {
  const choiceOf = (asked: SupervisionRequest, step: QuestionStep, token: string): Choice => ({
    actingAs: `You are acting as ${asked.requesterName}.`,
    action: `/status/${token}/${step.slug}`,
    backHref: `/status/${token}`,
    caption: 'Your request for a DPP',
    step,
    whatHappens: whatHappens(asked, step),
    before: answersOfAsk(asked, system),
    buttonText: 'Save changes',
  });

  const after = async (
    request: HttpRequest,
    asked: SupervisionRequest,
    token: string,
    answers: Answers,
  ): Promise<HttpReply> => {
    const reason = journey.steps.map((step) => step.notForYou?.(answers)).find((one) => one !== undefined);
    if (reason !== undefined)
      return problem(request, {
        status: 422,
        code: reason.code,
        title: reason.title,
        detail: reason.paragraphs.join(' '),
      });
    const saved = await save(asked.id, answers, request.network);
    if (!saved.ok) return refusedChange(request, saved.refusal, clock.now());
    return request.wantsJson
      ? answer({ request, personal: true, json: { status: saved.value.state }, page: () => '' })
      : redirect(`/status/${token}?done=changed`);
  };

  return {
    /** Saves checked answers, and shows the request again. */
    changeTo: after,

    show: (request: HttpRequest, asked: SupervisionRequest, step: QuestionStep, token: string): HttpReply =>
      choicePage(request, choiceOf(asked, step, token)),

    /** Saves the answers of a page, if they go with all others; JSON may hold answers of every page. */
    take: async (
      request: HttpRequest,
      asked: SupervisionRequest,
      step: QuestionStep,
      token: string,
    ): Promise<HttpReply> => {
      const today = londonDay(clock.now());
      const before = answersOfAsk(asked, system);
      const all = changeSteps(journey, asked).flatMap(({ questions }) => questions.map(({ name }) => name));
      const added = request.json === undefined ? (request.form[ALSO] ?? []) : all;
      const page = withQuestions(journey, step, asked, added);
      const read = readStep(request, page, today, withoutChoice(before));
      const organisations = await knownOrganisations();
      const wrong = [...read.errors, ...unknownCodes(organisations, page.questions, read.answers)];
      const checked =
        wrong.length > 0 ? { errors: wrong } : checkChange(journey, before, read.answers, today);
      if (checked.errors.length > 0) {
        const names = checked.errors.map(({ field }) => field);
        const shown = withQuestions(journey, page, asked, names);
        const also = shown.questions.map(({ name }) => name).filter((name) => !ownNames(step).has(name));
        const choice = choiceOf(asked, shown, token);
        const isAdded = ({ name }: Question): boolean => !ownNames(page).has(name);
        const shownNow = formValues(shown.questions.filter(isAdded), before);
        return choicePage(
          request.json === undefined
            ? { ...request, form: { ...listed(shownNow), ...request.form } }
            : request,
          {
            ...choice,
            before: { ...before, ...read.answers },
            ...(also.length > 0 ? { hidden: { [ALSO]: also } } : {}),
          },
          request.json === undefined ? withField(checked.errors, shown) : checked.errors,
        );
      }
      if (request.json !== undefined) return after(request, asked, token, read.answers);
      const settled = settleOrganisation(organisations, page.questions, read.answers, request.form);
      return settled.is === 'ask'
        ? whichOrganisationPage(request, choiceOf(asked, page, token), settled.choice)
        : after(request, asked, token, settled.answers);
    },
  };
};

const listed = (values: FormValues): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat()]));

const ownNames = ({ questions }: QuestionStep): ReadonlySet<string> =>
  new Set(questions.map(({ name }) => name));

/** Puts an error about an answer that may not change to the first question of the page. */
const withField = (errors: readonly FieldError[], { questions }: QuestionStep): readonly FieldError[] => {
  const [first] = questions;
  const names = new Set(questions.map(({ name }) => name));
  return errors.map((error) =>
    names.has(error.field) || first === undefined ? error : { ...error, field: first.name },
  );
};
