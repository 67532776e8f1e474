import { Button } from '../components/button.tsx';
import { type Branded, Document, type Frame } from '../components/document.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Honeypot } from '../components/honeypot.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { QuestionList } from '../components/question-list.tsx';
import type { Answers, FieldError, QuestionProps } from '../components/question-props.ts';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';

export interface CheckAnswersPageProps extends Frame {
  readonly journeyTitle: string;
  readonly title?: string | undefined;
  readonly sections: readonly { readonly heading: string; readonly rows: readonly SummaryRow[] }[];
  /** Statements to which the user agrees by submitting, shown right above the button. */
  readonly declaration: readonly string[];
  /** Questions asked on this page, such as a consent. */
  readonly questions?: readonly QuestionProps[] | undefined;
  readonly values?: Answers | undefined;
  readonly errors: readonly FieldError[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly action: string;
  readonly honeypot: string;
  readonly buttonText: string;
}

/** All answers by section, each with a change link, and the submit button. */
export const CheckAnswersPage = ({
  journeyTitle,
  title = 'Check your answers',
  sections,
  declaration,
  questions = [],
  values = {},
  errors,
  hidden,
  action,
  honeypot,
  buttonText,
  ...frame
}: CheckAnswersPageProps & Branded) => (
  <Document {...frame} title={title} error={errors.length > 0} robots="noindex">
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHeading title={title} caption={journeyTitle} />
        {sections.map(({ heading, rows }) => (
          <section key={heading}>
            <h2 class="nhsuk-heading-m">{heading}</h2>
            <SummaryList rows={rows} />
          </section>
        ))}
        <form method="post" action={action} novalidate>
          <HiddenFields values={hidden} />
          <QuestionList questions={questions} answers={values} errors={errors} />
          {declaration.map((words) => (
            <p key={words}>{words}</p>
          ))}
          <Honeypot name={honeypot} />
          <Button>{buttonText}</Button>
        </form>
      </div>
    </div>
  </Document>
);
