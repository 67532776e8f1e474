import type { FieldError } from '../../../shared/kernel/field-error.ts';
import type { Journey, NotForYou, QuestionStep } from '../../../shared/journeys/question.ts';
import { askedIn, checkJourney } from '../../../shared/journeys/check-journey.ts';
import { summaryOf } from '../../../shared/journeys/summary.ts';
import { type FormValues, formValues } from '../../../shared/journeys/form-values.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { CheckAnswersPage } from '../../../site/src/views/check-answers-page.tsx';
import { ConfirmationPage } from '../../../site/src/views/confirmation-page.tsx';
import { MessagePage } from '../../../site/src/views/message-page.tsx';
import { QuestionPage } from '../../../site/src/views/question-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { HttpReply } from '../http/http-message.ts';
import { answer, redirect } from '../http/reply.ts';
import { HONEYPOT_FIELD, type Sealed, type Sealing } from './seal-answers.ts';
import { hiddenFields, linkEnd } from './carried-answers.ts';
import type { JourneyWords } from './journey-words.ts';
import { siteQuestion } from '../forms/site-question.ts';

export const CHECK_ANSWERS = 'check-answers';
export const SENT = 'sent';
/** Set by forms opened from "Check your answers", so that the next page is that one again. */
export const CHANGING_FIELD = 'changing';

interface Shown {
  readonly sealed: Sealed;
  readonly changing: boolean;
  /** Rejected input, to be shown again with its errors. */
  readonly typed?: FormValues;
  readonly errors?: readonly FieldError[];
}

const page = (status: number, html: string): HttpReply =>
  answer({ request: { wantsJson: false }, status, page: () => html, json: null, personal: true });

/** The pages of one journey. */
export const journeyPages = (journey: Journey, words: JourneyWords, sealing: Sealing) => {
  const { steps } = journey;
  const slugBefore = (slug: string): string | undefined =>
    steps[steps.findIndex((step) => step.slug === slug) - 1]?.slug;

  const linkTo = (slug: string, sealed: Sealed, changing = false): string => {
    const end = linkEnd(sealed, sealing);
    return `${words.path}/${slug}${end ?? ''}${end !== undefined && changing ? `&${CHANGING_FIELD}=yes` : ''}`;
  };

  const frameOf = (slug: string, { sealed, changing }: Shown) => {
    const back = changing ? CHECK_ANSWERS : slugBefore(slug);
    return {
      path: words.startPath,
      referrer: 'no-referrer',
      backHref: back === undefined ? words.startPath : linkTo(back, sealed),
    };
  };

  const common = (slug: string, { sealed, changing, errors = [] }: Shown) => ({
    journeyTitle: journey.title,
    action: `${words.path}/${slug}`,
    honeypot: HONEYPOT_FIELD,
    hidden: { ...hiddenFields(sealed, sealing), ...(changing ? { [CHANGING_FIELD]: 'yes' } : {}) },
    errors,
  });

  const question = (step: QuestionStep, shown: Shown): HttpReply => {
    const questions = askedIn(step, shown.sealed.answers);
    const position = steps.indexOf(step) + 1;
    return page(
      shown.errors === undefined ? 200 : 422,
      renderPage(QuestionPage, {
        ...frameOf(step.slug, shown),
        ...common(step.slug, shown),
        title: step.title,
        intro: step.intro,
        progress: `Page ${position} of ${steps.length}`,
        questions: questions.map(siteQuestion),
        values: shown.typed ?? formValues(questions, shown.sealed.answers),
      }),
    );
  };

  const checkAnswers = (step: QuestionStep, shown: Shown): HttpReply =>
    page(
      shown.errors === undefined ? 200 : 422,
      renderPage(CheckAnswersPage, {
        ...frameOf(step.slug, shown),
        ...common(step.slug, shown),
        sections: summaryOf(journey, shown.sealed.answers).map(({ slug, heading, rows }) => ({
          heading,
          rows: rows.map((row) => ({ ...row, changeHref: linkTo(slug, shown.sealed, true) })),
        })),
        declaration: words.declaration,
        questions: step.questions.map(siteQuestion),
        values: shown.typed,
        buttonText: words.buttonText,
      }),
    );

  return {
    linkTo,

    show: (step: QuestionStep, shown: Shown): HttpReply =>
      step.slug === CHECK_ANSWERS ? checkAnswers(step, shown) : question(step, shown),

    /**
     * Goes to a step by a redirect whose URL carries the answers, or renders it directly if they are too long
     * for a URL.
     */
    goTo: (step: QuestionStep, sealed: Sealed, changing = false): HttpReply =>
      linkEnd(sealed, sealing) === undefined
        ? (step.slug === CHECK_ANSWERS ? checkAnswers : question)(step, { sealed, changing })
        : redirect(linkTo(step.slug, sealed, changing)),

    /** The first step before "Check your answers" that is not fully or correctly answered. */
    firstUnanswered: ({ answers }: Sealed, today: Day): QuestionStep | undefined => {
      const { errors } = checkJourney(journey, answers, today);
      const names = new Set(errors.map(({ field }) => field));
      return steps.find(
        ({ slug, questions }) => slug !== CHECK_ANSWERS && questions.some(({ name }) => names.has(name)),
      );
    },

    notForYou: (step: QuestionStep, sealed: Sealed, { title, paragraphs, actions }: NotForYou): HttpReply =>
      page(
        200,
        renderPage(MessagePage, {
          title,
          paragraphs,
          actions,
          path: words.startPath,
          referrer: 'no-referrer',
          backHref: linkTo(step.slug, sealed),
        }),
      ),

    tooOld: (): HttpReply =>
      page(
        410,
        renderPage(MessagePage, {
          title: 'Start again',
          paragraphs: [
            'Your answers are kept in the page itself and for one day only. These can no longer be read, so nothing was sent.',
          ],
          actions: [{ label: `Start again: ${journey.title}`, href: words.startPath }],
          path: words.startPath,
        }),
      ),

    sent: (): HttpReply =>
      page(
        200,
        renderPage(ConfirmationPage, {
          title: words.sentTitle,
          panelText: words.sentText,
          next: words.next,
          path: words.startPath,
          actions: [{ label: 'Find a DPP', href: '/find-a-dpp/' }],
        }),
      ),
  };
};
