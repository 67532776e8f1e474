import { Button } from '../components/button.tsx';
import { type Branded, Document, type Frame } from '../components/document.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FileInput } from '../components/file-input.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Honeypot } from '../components/honeypot.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { QuestionList } from '../components/question-list.tsx';
import type { Answers, FieldError, QuestionProps } from '../components/question-props.ts';
import { Section, type SectionProps } from '../components/section.tsx';
import { Textarea } from '../components/textarea.tsx';

export interface ListPageProps extends Frame {
  readonly title: string;
  readonly caption: string;
  readonly paragraphs: readonly string[];
  readonly sections: readonly SectionProps[];
  /** The fields of a list that can be uploaded or pasted; absent on the preview. */
  readonly list?: {
    readonly name: string;
    readonly file: string;
    readonly label: string;
    readonly hint: string;
  };
  readonly questions: readonly QuestionProps[];
  readonly values: Answers;
  readonly errors: readonly FieldError[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly action: string;
  /** Name of the honeypot field. */
  readonly honeypot: string;
  readonly buttonText: string;
  /** A second button of the preview, which leads back to the list. */
  readonly change?: { readonly name: string; readonly text: string };
  readonly after?: readonly SectionProps[];
}

const errorAt = (errors: readonly FieldError[], name: string): string | undefined =>
  errors.find(({ field }) => field === name)?.message;

/** The page on which an employer uploads or pastes a list of learners, and its preview. */
export const ListPage = ({
  title,
  caption,
  paragraphs,
  sections,
  list,
  questions,
  values,
  errors,
  hidden,
  action,
  honeypot,
  buttonText,
  change,
  after = [],
  ...frame
}: ListPageProps & Branded) => (
  <Document robots="noindex" referrer="same-origin" {...frame} title={title} error={errors.length > 0}>
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHeading title={title} caption={caption} />
        {paragraphs.map((words) => (
          <p key={words}>{words}</p>
        ))}
        {sections.map((section) => (
          <Section key={section.heading} {...section} />
        ))}
        <form method="post" action={action} enctype={list ? 'multipart/form-data' : undefined} novalidate>
          <HiddenFields values={hidden} />
          <QuestionList questions={questions} answers={values} errors={errors} />
          {list && (
            <>
              <FileInput
                name={list.file}
                label="The file with your list (CSV)"
                hint="Save it from your spreadsheet as CSV. Its encoding and separator do not matter."
                accept=".csv,.txt,text/csv,text/plain"
              />
              <Textarea
                name={list.name}
                label={list.label}
                hint={list.hint}
                rows={10}
                value={[values[list.name] ?? ''].flat()[0]}
                error={errorAt(errors, list.name)}
              />
            </>
          )}
          <Honeypot name={honeypot} />
          <Button>{buttonText}</Button>{' '}
          {change && (
            <Button variant="secondary" name={change.name} value="yes">
              {change.text}
            </Button>
          )}
        </form>
        {after.map((section) => (
          <Section key={section.heading} {...section} />
        ))}
      </div>
    </div>
  </Document>
);
