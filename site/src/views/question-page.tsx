import { Button } from '../components/button.tsx';
import { type Branded, Document, type Frame } from '../components/document.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Honeypot } from '../components/honeypot.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { QuestionList } from '../components/question-list.tsx';
import type { Answers, FieldError, QuestionProps } from '../components/question-props.ts';

export interface QuestionPageProps extends Frame {
  readonly journeyTitle: string;
  readonly title: string;
  readonly intro?: string | undefined;
  /** Progress through the journey: "Question page 2 of 5". */
  readonly progress: string;
  readonly questions: readonly QuestionProps[];
  readonly values: Answers;
  readonly errors: readonly FieldError[];
  /** Hidden fields: the encrypted answers of earlier pages. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly action: string;
  /** Name of the honeypot field. */
  readonly honeypot: string;
  readonly buttonText?: string | undefined;
}

/** One page of a journey. Uses `novalidate`, because our error messages replace the browser's. */
export const QuestionPage = ({
  journeyTitle,
  title,
  intro,
  progress,
  questions,
  values,
  errors,
  hidden,
  action,
  honeypot,
  buttonText = 'Continue',
  ...frame
}: QuestionPageProps & Branded) => (
  <Document {...frame} title={title} error={errors.length > 0} robots="noindex">
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHeading title={title} caption={journeyTitle} />
        <p class="app-progress">{progress}</p>
        {intro && <p>{intro}</p>}
        <form method="post" action={action} novalidate>
          <HiddenFields values={hidden} />
          <QuestionList questions={questions} answers={values} errors={errors} />
          <Honeypot name={honeypot} />
          <Button>{buttonText}</Button>
        </form>
      </div>
    </div>
  </Document>
);
