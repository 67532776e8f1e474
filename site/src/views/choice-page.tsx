import { Button } from '../components/button.tsx';
import { type Branded, Document, type Frame } from '../components/document.tsx';
import { ChoiceButtons, type ChoiceButtonsProps } from '../components/choice-buttons.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { QuestionList } from '../components/question-list.tsx';
import type { Answers, FieldError, QuestionProps } from '../components/question-props.ts';
import { Section, type SectionProps } from '../components/section.tsx';
import { WarningCallout } from '../components/warning-callout.tsx';

export interface ChoicePageProps extends Frame {
  readonly title: string;
  readonly caption?: string | undefined;
  /** Sentence that says for whom the link was made: "You are answering as Asha Rahman." */
  readonly actingAs: string;
  /** Sentences on the effects of the answer. */
  readonly whatHappens: readonly string[];
  /** The facts that are needed for the decision. */
  readonly sections?: readonly SectionProps[] | undefined;
  /** Shown right before the question if the answer cannot be undone. */
  readonly warning?: { readonly heading: string; readonly paragraphs: readonly string[] } | undefined;
  /** The questions to answer. Nothing is preselected, except after an error. */
  readonly questions?: readonly QuestionProps[] | undefined;
  /** Buttons that lead to the questions of each answer, instead of the questions. */
  readonly choices?: ChoiceButtonsProps['choices'] | undefined;
  readonly values?: Answers | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly hidden?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly action: string;
  readonly buttonText?: string | undefined;
  readonly buttonVariant?: 'primary' | 'warning' | undefined;
  /** Shown below the button: other actions, such as "Download my data". */
  readonly after?: readonly SectionProps[] | undefined;
}

/**
 * A page, opened from an e-mail, on which somebody makes a decision. Opening the page changes nothing: the decision
 * takes effect only when the button is pressed.
 */
export const ChoicePage = ({
  title,
  caption,
  actingAs,
  whatHappens,
  sections = [],
  warning,
  questions = [],
  choices,
  values = {},
  errors = [],
  hidden = {},
  action,
  buttonText,
  buttonVariant,
  after = [],
  ...frame
}: ChoicePageProps & Branded) => (
  <Document robots="noindex" referrer="same-origin" {...frame} title={title} error={errors.length > 0}>
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHeading title={title} caption={caption} />
        <InsetText>
          <p>{actingAs}</p>
        </InsetText>
        {whatHappens.map((words) => (
          <p key={words}>{words}</p>
        ))}
        {sections.map((section) => (
          <Section key={section.heading} {...section} />
        ))}
        {warning && (
          <WarningCallout heading={warning.heading}>
            {warning.paragraphs.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </WarningCallout>
        )}
        {choices && <ChoiceButtons action={action} choices={choices} />}
        {buttonText !== undefined && (
          <form method="post" action={action} novalidate>
            <HiddenFields values={hidden} />
            <QuestionList questions={questions} answers={values} errors={errors} />
            <Button variant={buttonVariant}>{buttonText}</Button>
          </form>
        )}
        {after.map((section) => (
          <Section key={section.heading} {...section} />
        ))}
      </div>
    </div>
  </Document>
);
