import { csvOf } from '../../../shared/kernel/csv.ts';
import type { FieldError } from '../../../shared/kernel/field-error.ts';
import { readSheet } from '../../../shared/kernel/sheet.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import { checkStep } from '../../../shared/journeys/check-journey.ts';
import { asTyped } from '../../../shared/journeys/form-values.ts';
import { parseForm } from '../../../shared/journeys/parse-form.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import { listColumns } from '../../../shared/journeys/request/list-columns.ts';
import { learnerList, mistakeInWords } from '../../../shared/journeys/request/learner-list.ts';
import {
  LIST_FIELD,
  listConsent,
  listQuestion,
  listStep,
  LONGEST_LIST,
} from '../../../shared/journeys/request/list-step.ts';
import { requestJourney } from '../../../shared/journeys/request/request-journey.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ReadSecret } from '../../platform/secrets/kept-secret.ts';
import {
  choosingFields,
  choosingStep,
  isChoosing,
  nothingChosen,
  settleOrganisation,
  unknownCodes,
} from '../../web/forms/organisation-choice.ts';
import { parseJsonAnswers } from '../../web/forms/parse-json-answers.ts';
import { fieldsNotAccepted } from '../../web/http/fields-not-accepted.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { file, redirect } from '../../web/http/reply.ts';
import { type CarriedAnswers, carriedBy, hiddenFields } from '../../web/journeys/carried-answers.ts';
import type { EncryptionSettings } from '../../web/journeys/encrypt-text.ts';
import { isTrapped } from '../../web/journeys/form-trap.ts';
import type { TooMany } from '../../web/links/confirmation-limits.ts';
import { tooManyProblem } from '../../web/links/too-many-problem.ts';
import {
  CHANGE_FIELD,
  FILE_FIELD,
  LIST_PATH,
  listPage,
  listValues,
  previewPage,
  TEMPLATE,
} from './list-pages.ts';
import type { SubmitList } from './request-list.ts';

interface Deps {
  readonly system: ServiceSystem;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
  readonly secrets: ReadSecret;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly submitList: SubmitList;
}

const SENT = '/request/sent';

const tooLong: FieldError = {
  field: LIST_FIELD,
  message: `The list must be ${LONGEST_LIST} characters or fewer. Take out columns that we do not ask for`,
  rule: 'too-long',
};
const noList: FieldError = {
  field: LIST_FIELD,
  message: 'Choose a file, or paste the rows of your list',
  rule: 'missing',
};

/** Most mistakes that one answer names, so that a list of nonsense gets no endless page. */
const MOST_MISTAKES = 100;

/** Finds what is wrong with a list as a text. */
const textErrors = (text: string): readonly FieldError[] => {
  if (text.trim() === '') return [noList];
  return Buffer.byteLength(text) > LONGEST_LIST ? [tooLong] : [];
};

/** The text of the list: of the file if one was chosen, otherwise what was pasted. */
const listIn = ({ form }: HttpRequest): string => {
  const uploaded = form[FILE_FIELD]?.[0] ?? '';
  return uploaded.trim() === '' ? (form[LIST_FIELD]?.[0] ?? '') : uploaded;
};

/**
 * Handlers of a request for several learners with a list: the page, its preview, an empty list, and the API. A list with a
 * mistake stores nothing.
 */
export const severalLearners = (deps: Deps) => {
  const journey = requestJourney(deps.system);
  const step = listStep(journey);
  const today = (): string => londonDay(deps.clock.now());
  const settingsNow = async (): Promise<EncryptionSettings> => ({
    purpose: step.slug,
    secrets: await deps.secrets(),
  });

  const read = (text: string, once: Answers) => {
    const list = learnerList(journey, readSheet(text), once, today());
    return { ...list, mistakes: list.mistakes.slice(0, MOST_MISTAKES) };
  };

  const notSent = (request: HttpRequest, refusal: TooMany | 'busy'): HttpReply =>
    refusal === 'busy'
      ? problem(request, problemOf('busy'))
      : tooManyProblem(request, refusal, deps.clock.now());

  const show: HttpHandler = async (request) => {
    const carried: CarriedAnswers = {
      answers: {},
      issuedAt: deps.clock.now(),
      submissionId: deps.chance.id(),
    };
    const hidden = hiddenFields(carried, await settingsNow());
    return listPage(request, { journey, hidden, values: {} });
  };

  /** Checks the first page, and shows the preview or the mistakes. */
  const check = async (request: HttpRequest, carried: CarriedAnswers): Promise<HttpReply> => {
    const settings = await settingsNow();
    const hidden = hiddenFields({ ...carried, answers: {} }, settings);
    const text = listIn(request);
    const once = checkStep(step, parseForm(step.questions, request.form), today());
    const ofText = textErrors(text);
    const list = ofText.length > 0 ? undefined : read(text, once.answers);
    const errors = [
      ...once.errors,
      ...ofText,
      ...(list?.mistakes ?? []).map((mistake) => ({ field: LIST_FIELD, message: mistakeInWords(mistake) })),
    ];
    const again = { journey, hidden, values: { ...asTyped(request.form), [LIST_FIELD]: text } };
    if (errors.length > 0 || list === undefined) return listPage(request, { ...again, errors });
    const near = { ...once.answers, outcode: list.learners[0]?.answers['outcode'] ?? '' };
    const settled = settleOrganisation(await deps.knownOrganisations(), step.questions, near, request.form);
    if (settled.is === 'ask')
      return listPage(request, {
        ...again,
        hidden: { ...hidden, ...choosingFields },
        more: choosingStep(settled.choice).questions,
        errors: isChoosing(request.form)
          ? nothingChosen
          : [{ field: 'chosenOrganisation', message: settled.choice.title }],
      });
    const { outcode, ...answers } = settled.answers;
    return previewPage(request, {
      journey,
      hidden: hiddenFields({ ...carried, answers: { ...answers, [LIST_FIELD]: text } }, settings),
      learners: list.learners,
      notRead: list.notRead,
      today: today(),
    });
  };

  /** Sends a list that was previewed. It is read once more, because days pass and answers have to be right today. */
  const send = async (request: HttpRequest, carried: CarriedAnswers): Promise<HttpReply> => {
    const { [LIST_FIELD]: kept, ...once } = carried.answers;
    const text = typeof kept === 'string' ? kept : '';
    const list = read(text, once);
    const hidden = hiddenFields(carried, await settingsNow());
    const mistakes = list.mistakes.map((mistake) => ({
      field: LIST_FIELD,
      message: mistakeInWords(mistake),
    }));
    if (request.form[CHANGE_FIELD] !== undefined || mistakes.length > 0)
      return listPage(request, {
        journey,
        hidden: hiddenFields({ ...carried, answers: {} }, await settingsNow()),
        values: listValues(journey, carried.answers),
        errors: mistakes,
      });
    const consent = listConsent(journey);
    const agreed = checkStep(
      { ...step, questions: consent, rules: () => [] },
      parseForm(consent, request.form),
      today(),
    );
    if (agreed.errors.length > 0)
      return previewPage(request, {
        journey,
        hidden,
        learners: list.learners,
        notRead: list.notRead,
        today: today(),
        errors: agreed.errors,
      });
    if (isTrapped(request.form, carried, deps.clock.now())) return redirect(SENT);
    const sent = await deps.submitList(
      list.learners.map(({ answers }) => answers),
      request.network,
    );
    return sent.ok ? redirect(SENT) : notSent(request, sent.refusal);
  };

  const take: HttpHandler = async (request) => {
    const found = carriedBy(request, await settingsNow(), deps.clock.now());
    if (found.is !== 'answers') return redirect(LIST_PATH);
    return textIn(found.carried.answers, LIST_FIELD) === undefined
      ? check(request, found.carried)
      : send(request, found.carried);
  };

  const template: HttpHandler = () =>
    Promise.resolve(
      file({
        body: csvOf([listColumns(journey).map(({ heading }) => heading)]),
        contentType: 'text/csv; charset=utf-8',
        fileName: 'learners.csv',
      }),
    );

  const takeJson: HttpHandler = async (request) => {
    const consent = listConsent(journey);
    const questions = [...step.questions, listQuestion, ...consent];
    const body = parseJsonAnswers({ steps: [{ ...step, questions }] }, request.json);
    const text = textIn(body.answers, LIST_FIELD) ?? '';
    const once = checkStep({ ...step, questions: [...step.questions, ...consent] }, body.answers, today());
    const { consent: agreed, [LIST_FIELD]: kept, ...answers } = once.answers;
    const unknown = unknownCodes(await deps.knownOrganisations(), step.questions, answers);
    const ofText = textErrors(text);
    const list = ofText.length > 0 ? undefined : read(text, answers);
    const errors: readonly FieldError[] = [
      ...body.errors,
      ...once.errors,
      ...unknown,
      ...ofText,
      ...(list?.mistakes ?? []).map((mistake) => ({
        field: [LIST_FIELD, mistake.row, mistake.field].filter((part) => part !== '').join('.'),
        message: mistakeInWords(mistake),
      })),
    ];
    if (errors.length > 0 || list === undefined) return problem(request, fieldsNotAccepted(errors));
    const sent = await deps.submitList(
      list.learners.map((learner) => learner.answers),
      request.network,
    );
    return sent.ok
      ? {
          status: 202,
          headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
          body: JSON.stringify({ status: 'confirm-your-address' }),
        }
      : notSent(request, sent.refusal);
  };

  /** Answers the list's own steps of the request's paths, and leaves all others to the form for one learner. */
  const besides = (form: { readonly show: HttpHandler; readonly take: HttpHandler }) => ({
    show: (request: HttpRequest): Promise<HttpReply> => {
      if (request.params['step'] === step.slug) return show(request);
      return request.params['step'] === TEMPLATE ? template(request) : form.show(request);
    },
    take: (request: HttpRequest): Promise<HttpReply> =>
      request.params['step'] === step.slug ? take(request) : form.take(request),
  });

  return { takeJson, besides };
};
