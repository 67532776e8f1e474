import type { FieldError } from '../../../shared/kernel/field-error.ts';
import type { Answers, Journey, NotForYou, QuestionStep } from '../../../shared/journeys/question.ts';
import { askedIn, checkJourney, stepsFor } from '../../../shared/journeys/check-journey.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import { summaryOf } from '../../../shared/journeys/summary.ts';
import { type FormValues, formValues } from '../../../shared/journeys/form-values.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import type { Branding } from '../../../site/src/branding.ts';
import { CheckAnswersPage } from '../../../site/src/views/check-answers-page.tsx';
import { ConfirmationPage } from '../../../site/src/views/confirmation-page.tsx';
import { MessagePage } from '../../../site/src/views/message-page.tsx';
import { QuestionPage } from '../../../site/src/views/question-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { HttpReply } from '../http/http-message.ts';
import { answer, redirect } from '../http/reply.ts';
import { type CarriedAnswers, hiddenFields, linkEnd } from './carried-answers.ts';
import type { EncryptionSettings } from './encrypt-text.ts';
import { HONEYPOT_FIELD } from './form-trap.ts';
import type { JourneyWords } from './journey-words.ts';
import { choosingFields, choosingStep, type OrganisationChoice } from '../forms/organisation-choice.ts';
import { siteQuestion } from '../forms/site-question.ts';

export const CHECK_ANSWERS = 'check-answers';
export const SENT = 'sent';
/**
 * Name of a hidden field in forms that were opened from "Check your answers", so that the user returns to that
 * page afterwards.
 */
export const CHANGING_FIELD = 'changing';

interface Shown {
  readonly carried: CarriedAnswers;
  readonly changing: boolean;
  /** Rejected input, to be shown again with its errors. */
  readonly typed?: FormValues;
  readonly errors?: readonly FieldError[];
}

interface JourneyPages {
  readonly journey: Journey;
  readonly words: JourneyWords;
  readonly settings: EncryptionSettings;
  readonly branding: Branding | undefined;
}

/** The pages of one journey. */
export const journeyPages = ({ journey, words, settings, branding }: JourneyPages) => {
  const reply = (status: number, page: (branding: Branding) => string): HttpReply =>
    answer({ request: { wantsJson: false, branding }, status, page, json: null, personal: true });

  const { steps } = journey;
  const slugBefore = (slug: string, answers: Answers): string | undefined => {
    const asked = stepsFor(journey, answers);
    return asked[asked.findIndex((step) => step.slug === slug) - 1]?.slug;
  };

  /** "Page 2 of 8", counting the pages that have a question for these answers. */
  const progressOf = (step: QuestionStep, answers: Answers): string => {
    const asked = stepsFor(journey, answers);
    return `Page ${asked.indexOf(step) + 1} of ${asked.length}`;
  };

  const linkTo = (slug: string, carried: CarriedAnswers, changing = false): string => {
    const end = linkEnd(carried, settings);
    return `${words.path}/${slug}${end ?? ''}${end !== undefined && changing ? `&${CHANGING_FIELD}=yes` : ''}`;
  };

  const frameOf = (slug: string, { carried, changing }: Shown) => {
    const back = changing ? CHECK_ANSWERS : slugBefore(slug, carried.answers);
    return {
      path: words.startPath,
      referrer: 'same-origin',
      backHref: back === undefined ? words.startPath : linkTo(back, carried),
    };
  };

  const common = (slug: string, { carried, changing, errors = [] }: Shown) => ({
    journeyTitle: journey.title,
    action: `${words.path}/${slug}`,
    honeypot: HONEYPOT_FIELD,
    hidden: { ...hiddenFields(carried, settings), ...(changing ? { [CHANGING_FIELD]: 'yes' } : {}) },
    errors,
  });

  const question = (step: QuestionStep, shown: Shown): HttpReply => {
    const questions = askedIn(step, shown.carried.answers);
    return reply(shown.errors === undefined ? 200 : 422, (branding) =>
      renderPage(branding, QuestionPage, {
        ...frameOf(step.slug, shown),
        ...common(step.slug, shown),
        title: step.title,
        description: step === steps[0] ? words.description : undefined,
        intro: step.intro,
        progress: progressOf(step, shown.carried.answers),
        questions: questions.map(siteQuestion),
        values: shown.typed ?? formValues(questions, shown.carried.answers),
      }),
    );
  };

  /** Asks which organisation of the list somebody means; the answers of the page go along. */
  const whichOrganisation = (step: QuestionStep, shown: Shown, choice: OrganisationChoice): HttpReply =>
    reply(shown.errors === undefined ? 200 : 422, (branding) =>
      renderPage(branding, QuestionPage, {
        ...frameOf(step.slug, shown),
        ...common(step.slug, shown),
        backHref: linkTo(step.slug, shown.carried, shown.changing),
        hidden: { ...common(step.slug, shown).hidden, ...choosingFields },
        title: choice.title,
        intro: choice.intro,
        progress: progressOf(step, shown.carried.answers),
        questions: choosingStep(choice).questions.map(siteQuestion),
        values: {},
      }),
    );

  const checkAnswers = (step: QuestionStep, shown: Shown): HttpReply =>
    reply(shown.errors === undefined ? 200 : 422, (branding) =>
      renderPage(branding, CheckAnswersPage, {
        ...frameOf(step.slug, shown),
        ...common(step.slug, shown),
        sections: summaryOf(journey, shown.carried.answers).map(({ slug, heading, rows }) => ({
          heading,
          rows: rows.map((row) => ({ ...row, changeHref: linkTo(slug, shown.carried, true) })),
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

    whichOrganisation,

    /**
     * Goes to a step by a redirect whose URL contains the answers, or renders it directly if they are too long for
     * a URL.
     */
    goTo: (step: QuestionStep, carried: CarriedAnswers, changing = false): HttpReply =>
      linkEnd(carried, settings) === undefined
        ? (step.slug === CHECK_ANSWERS ? checkAnswers : question)(step, { carried, changing })
        : redirect(linkTo(step.slug, carried, changing)),

    /** The first step before "Check your answers" that has missing or wrong answers. */
    firstUnanswered: ({ answers }: CarriedAnswers, today: Day): QuestionStep | undefined => {
      const { errors } = checkJourney(journey, answers, today);
      const names = new Set(errors.map(({ field }) => field));
      return steps.find(
        ({ slug, questions }) => slug !== CHECK_ANSWERS && questions.some(({ name }) => names.has(name)),
      );
    },

    notForYou: (
      step: QuestionStep,
      carried: CarriedAnswers,
      { title, paragraphs, actions }: NotForYou,
    ): HttpReply =>
      reply(200, (branding) =>
        renderPage(branding, MessagePage, {
          title,
          paragraphs,
          actions,
          path: words.startPath,
          referrer: 'same-origin',
          backHref: linkTo(step.slug, carried),
        }),
      ),

    tooOld: (): HttpReply =>
      reply(410, (branding) =>
        renderPage(branding, MessagePage, {
          title: 'Start again',
          paragraphs: [
            'We keep your answers only in the page itself, and only for one day. We can no longer read these answers, so nothing has been sent.',
          ],
          actions: [{ label: `Start again: ${journey.title}`, href: words.startPath }],
          path: words.startPath,
        }),
      ),

    /**
     * Says that an e-mail was sent. With the answers, also to which address, with ways to correct it and to send the
     * e-mail again.
     * @param again the answers with the id under which they are sent again
     */
    sent: (again?: CarriedAnswers): HttpReply => {
      const asks = steps.find(({ questions }) => questions.some(({ name }) => name === 'email'));
      const address = textIn(again?.answers ?? {}, 'email');
      const typed =
        again === undefined || asks === undefined || address === undefined
          ? undefined
          : {
              panelText: `We have sent an email to ${address}. ${words.sentText}`,
              correct: {
                label: `Correct the address ${address}`,
                href: linkTo(asks.slug, again, true),
                hint: 'If you mistyped it. You will see your answers once more before they are sent.',
              },
              form: {
                action: `${words.path}/${SENT}`,
                hidden: hiddenFields(again, settings),
                buttonText: 'Send the email again',
              },
            };
      return reply(200, (branding) =>
        renderPage(branding, ConfirmationPage, {
          title: words.sentTitle,
          panelText: typed?.panelText ?? words.sentText,
          next: words.next,
          path: words.startPath,
          referrer: 'same-origin',
          form: typed?.form,
          actions: [
            ...(typed === undefined ? [] : [typed.correct]),
            { label: 'Find a DPP', href: '/find-a-dpp/' },
          ],
        }),
      );
    },
  };
};
