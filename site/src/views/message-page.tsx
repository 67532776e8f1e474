import { ActionList, type Action } from '../components/action-list.tsx';
import { BulletList } from '../components/bullet-list.tsx';
import { ButtonForm, type ButtonFormProps } from '../components/button-form.tsx';
import { type Branded, Document, type Frame } from '../components/document.tsx';
import { Section, type SectionProps } from '../components/section.tsx';

export interface MessagePageProps extends Frame {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly items?: readonly string[] | undefined;
  readonly actions?: readonly Action[] | undefined;
  readonly sections?: readonly SectionProps[] | undefined;
  /** A form with a single button, such as "Send me a new link". */
  readonly form?: ButtonFormProps | undefined;
  /** Another one, shown before it. */
  readonly other?: ButtonFormProps | undefined;
}

/**
 * A page that explains something: a link that no longer works, a missing page, why somebody cannot register, an
 * error.
 */
export const MessagePage = ({
  title,
  paragraphs,
  items,
  actions,
  sections = [],
  form,
  other,
  ...frame
}: MessagePageProps & Branded) => (
  <Document robots="noindex" {...frame} title={title}>
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-two-thirds">
        <h1 class="nhsuk-heading-l">{title}</h1>
        {paragraphs.map((words) => (
          <p key={words}>{words}</p>
        ))}
        <BulletList items={items} />
        {sections.map((section) => (
          <Section key={section.heading} {...section} />
        ))}
        {other && <ButtonForm {...other} />}
        {form && <ButtonForm {...form} />}
        {actions && <ActionList actions={actions} />}
      </div>
    </div>
  </Document>
);
