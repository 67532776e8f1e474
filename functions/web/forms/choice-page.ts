import type { FieldError } from '../../../shared/kernel/field-error.ts';
import type { Answers, QuestionStep } from '../../../shared/journeys/question.ts';
import { askedIn } from '../../../shared/journeys/check-journey.ts';
import { asTyped, formValues } from '../../../shared/journeys/form-values.ts';
import type { SectionProps } from '../../../site/src/components/section.tsx';
import { ChoicePage, type ChoicePageProps } from '../../../site/src/views/choice-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { HttpReply, HttpRequest } from '../http/http-message.ts';
import { fieldsNotAccepted } from '../http/fields-not-accepted.ts';
import { problem } from '../http/problem.ts';
import { answer } from '../http/reply.ts';
import { siteQuestion } from './site-question.ts';

/** A decision that the holder of a link can make, as shown before it is made. */
export interface Choice {
  readonly step: QuestionStep;
  readonly caption?: string;
  readonly actingAs: string;
  readonly whatHappens: readonly string[];
  readonly sections?: readonly SectionProps[];
  readonly action: string;
  readonly buttonText: string;
  readonly warning?: boolean;
  readonly backHref?: string;
  /** Current answers, if the page changes existing data. */
  readonly before?: Answers;
  /**
   * Shows all questions, including those that depend on answers on this page, so that one submission is
   * enough.
   */
  readonly showsAll?: boolean;
  readonly after?: readonly SectionProps[];
  /** Hidden fields of the form: answers of an earlier page. */
  readonly hidden?: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * The page on which somebody makes a decision. Rendering it changes nothing.
 * @param errors faults in the submitted answers, which are shown again
 */
export const choicePage = (
  request: HttpRequest,
  { step, before = {}, showsAll = false, warning = false, ...choice }: Choice,
  errors: readonly FieldError[] = [],
): HttpReply => {
  if (errors.length > 0 && request.wantsJson) return problem(request, fieldsNotAccepted(errors));
  const questions = showsAll ? step.questions : askedIn(step, before);
  const props = (): ChoicePageProps => ({
    ...choice,
    title: step.title,
    questions: questions.map(siteQuestion),
    values: errors.length > 0 ? asTyped(request.form) : formValues(questions, before),
    errors,
    buttonVariant: warning ? 'warning' : 'primary',
  });
  return answer({
    request,
    status: errors.length > 0 ? 422 : 200,
    personal: true,
    json: {
      title: step.title,
      whatHappens: choice.whatHappens,
      fields: questions.map(({ name, kind, label, options }) => ({
        name,
        kind,
        label,
        options: options?.map(({ value }) => value),
      })),
    },
    page: (branding) => renderPage<ChoicePageProps>(branding, ChoicePage, props()),
  });
};
