import type { FieldError } from '../../../shared/kernel/field-error.ts';
import { dayInWords } from '../../../shared/kernel/time.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import { formValues, type FormValues } from '../../../shared/journeys/form-values.ts';
import type { Answers, Journey, Option, Question } from '../../../shared/journeys/question.ts';
import { wordsOf } from '../../../shared/reference/reference-words.ts';
import { courseEndOf, learnerTypeOf, signOffOf } from '../../../shared/journeys/request/request-defaults.ts';
import { listColumns } from '../../../shared/journeys/request/list-columns.ts';
import type { ListedLearner } from '../../../shared/journeys/request/learner-list.ts';
import {
  LIST_FIELD,
  listConsent,
  listQuestion,
  listStep,
} from '../../../shared/journeys/request/list-step.ts';
import type { TableProps } from '../../../site/src/components/table.tsx';
import { ListPage, type ListPageProps } from '../../../site/src/views/list-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import { siteQuestion } from '../../web/forms/site-question.ts';
import type { HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { answer } from '../../web/http/reply.ts';
import { HONEYPOT_FIELD } from '../../web/journeys/form-trap.ts';

/** Path of the page with the list of learners. */
export const LIST_PATH = '/request/several-learners';
/** Step of the request's paths with an empty list to download. */
export const TEMPLATE = 'learners-template.csv';
/** Field with the text of an uploaded file. */
export const FILE_FIELD = 'file';
/** Button of the preview that leads back to the list. */
export const CHANGE_FIELD = 'change';

const SEARCHED = 'The service searches for a DPP for each learner on their own.';

const formatOf = ({ kind, options = [], optional }: Question): string => {
  const may = optional ? ' May be empty.' : '';
  const words = options.map(({ label }: Option) => label).join('; ');
  switch (kind) {
    case 'checkboxes':
      return `One or several of these, with a semicolon between them: ${words}.${may}`;
    case 'radios':
    case 'select':
      return `One of these: ${words}.${may}`;
    case 'yes-no':
      return `Yes or no.${may}`;
    case 'date':
      return `A date, like 14/1/2027.${may}`;
    case 'number':
      return `A number.${may}`;
    default:
      return `Text.${may}`;
  }
};

const columnTable = (journey: Journey): TableProps => ({
  caption: 'What goes into each column',
  captionHidden: true,
  head: ['Column', 'What to enter'],
  rows: listColumns(journey).map(({ heading, question }) => [heading, formatOf(question)]),
});

const labelOf = (journey: Journey, name: string, answers: Answers): string => {
  const question = journey.steps.flatMap(({ questions }) => questions).find((one) => one.name === name);
  const value = textIn(answers, name) ?? '';
  return question?.options?.find((option) => option.value === value)?.label ?? value;
};

const previewTable = (journey: Journey, learners: readonly ListedLearner[], today: string): TableProps => ({
  caption: 'The learners of your list',
  captionHidden: true,
  head: ['Row', 'Learner', 'Kind of learner', 'Main clinical area', 'Dates', 'DPP needed by', 'Works in'],
  rows: learners.map(({ row, answers }) => {
    const start = textIn(answers, 'courseStart') ?? '';
    const needed = signOffOf(answers, today);
    return [
      `Row ${row}`,
      textIn(answers, 'learnerName') ?? 'Not named yet',
      wordsOf(learnerTypeOf(answers) ?? ''),
      labelOf(journey, 'leadArea', answers),
      `${dayInWords(start)} to ${dayInWords(courseEndOf(answers, start))}`,
      dayInWords(needed),
      textIn(answers, 'outcode') ?? '',
    ];
  }),
});

interface Shown {
  readonly journey: Journey;
  readonly hidden: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const reply = (
  request: HttpRequest,
  status: number,
  props: Omit<ListPageProps, 'caption' | 'action' | 'honeypot' | 'path'>,
): HttpReply =>
  answer({
    request: { ...request, wantsJson: false },
    status,
    personal: true,
    json: null,
    page: (branding) =>
      renderPage(branding, ListPage, {
        ...props,
        caption: 'Request a DPP',
        action: LIST_PATH,
        honeypot: HONEYPOT_FIELD,
        path: '/request-a-dpp/',
      }),
  });

/**
 * The page on which an employer uploads or pastes a list.
 * @param more a question that asks which organisation is meant
 */
export const listPage = (
  request: HttpRequest,
  {
    journey,
    hidden,
    errors = [],
    values,
    more = [],
  }: Shown & { readonly values: FormValues; readonly more?: readonly Question[] },
): HttpReply =>
  reply(request, errors.length > 0 ? 422 : 200, {
    title: listStep(journey).title,
    paragraphs: [
      'For 2 to 20 learners. You can leave out the names of those whom you have not chosen yet.',
      `${SEARCHED} You confirm all of them with one email.`,
    ],
    sections: [
      {
        heading: 'The list',
        items: ['One row for each learner, below a row with the headings of the template.'],
        actions: [{ label: 'Download an empty list (CSV)', href: `/request/${TEMPLATE}` }],
      },
    ],
    list: {
      name: LIST_FIELD,
      file: FILE_FIELD,
      label: listQuestion.label,
      hint: listQuestion.hint ?? '',
    },
    questions: [...listStep(journey).questions, ...more].map(siteQuestion),
    values,
    errors,
    hidden,
    buttonText: 'Check the list',
    backHref: '/request-a-dpp/',
    after: [{ heading: 'What goes into each column', table: columnTable(journey) }],
  });

/** The values of the first page for answers that were checked. */
export const listValues = (journey: Journey, answers: Answers): FormValues => ({
  ...formValues(listStep(journey).questions, answers),
  [LIST_FIELD]: textIn(answers, LIST_FIELD) ?? '',
});

/** The preview of a list without mistakes, on which the employer agrees and sends it. */
export const previewPage = (
  request: HttpRequest,
  {
    journey,
    hidden,
    errors = [],
    learners,
    notRead,
    today,
  }: Shown & {
    readonly learners: readonly ListedLearner[];
    readonly notRead: readonly string[];
    readonly today: string;
  },
): HttpReply =>
  reply(request, errors.length > 0 ? 422 : 200, {
    title: 'Check your list',
    paragraphs: [
      'Nothing has been sent yet.',
      ...(notRead.length === 0 ? [] : [`We did not read these columns: ${notRead.join(', ')}.`]),
    ],
    sections: [
      {
        heading: learners.length === 1 ? '1 learner' : `${learners.length} learners`,
        paragraphs: [SEARCHED],
        table: previewTable(journey, learners, today),
      },
    ],
    questions: listConsent(journey).map(siteQuestion),
    values: {},
    errors,
    hidden,
    buttonText: learners.length === 1 ? 'Send my request' : `Send my request for ${learners.length} learners`,
    change: { name: CHANGE_FIELD, text: 'Change the list' },
  });
