import { ActionList, type Action } from '../components/action-list.tsx';
import { BulletList } from '../components/bullet-list.tsx';
import { Button } from '../components/button.tsx';
import { type Branded, Document, type Frame } from '../components/document.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';

export interface MessagePageProps extends Frame {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly items?: readonly string[] | undefined;
  readonly actions?: readonly Action[] | undefined;
  /** A form with a single button, such as "Send me a new link". */
  readonly form?:
    | {
        readonly action: string;
        readonly buttonText: string;
        readonly hidden?: Readonly<Record<string, string>> | undefined;
      }
    | undefined;
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
  form,
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
        {form && (
          <form method="post" action={form.action}>
            <HiddenFields values={form.hidden ?? {}} />
            <Button>{form.buttonText}</Button>
          </form>
        )}
        {actions && <ActionList actions={actions} />}
      </div>
    </div>
  </Document>
);
