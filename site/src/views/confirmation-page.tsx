import { ActionList, type Action } from '../components/action-list.tsx';
import { ButtonForm, type ButtonFormProps } from '../components/button-form.tsx';
import { type Branded, Document, type Frame } from '../components/document.tsx';
import { Panel } from '../components/panel.tsx';
import { Steps } from '../components/steps.tsx';

export interface ConfirmationPageProps extends Frame {
  readonly title: string;
  /** One line inside the green box. */
  readonly panelText?: string | undefined;
  /** Next events and their times, in the order in which they will happen. */
  readonly next: readonly string[];
  readonly actions?: readonly Action[] | undefined;
  /** A form with a single button, such as "Send the email again". */
  readonly form?: ButtonFormProps | undefined;
}

/** Confirms that something was done, and says what happens next. */
export const ConfirmationPage = ({
  title,
  panelText,
  next,
  actions,
  form,
  ...frame
}: ConfirmationPageProps & Branded) => (
  <Document robots="noindex" {...frame} title={title}>
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-two-thirds">
        <Panel title={title}>{panelText}</Panel>
        <h2 class="nhsuk-heading-m">What happens next</h2>
        <Steps steps={next} />
        {form && <ButtonForm {...form} />}
        {actions && <ActionList actions={actions} />}
      </div>
    </div>
  </Document>
);
