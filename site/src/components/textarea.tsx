import { describedBy, type FieldProps } from './field-props.ts';
import { Labelled } from './labelled.tsx';

interface TextareaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly rows?: number | undefined;
}

/**
 * Shows the limit as a sentence, which `site.js` replaces with the number of characters left. Does not set
 * `maxlength`, because browsers would cut pasted text without notice.
 */
export const Textarea = ({ value, maxLength, rows = 5, ...field }: TextareaProps) => {
  const counted = maxLength ? `${field.name}-count` : undefined;
  return (
    <Labelled {...field}>
      <textarea
        class={`nhsuk-textarea${field.error ? ' nhsuk-textarea--error' : ''}`}
        id={field.name}
        name={field.name}
        rows={rows}
        data-count-to={maxLength}
        aria-describedby={[describedBy(field), counted].filter(Boolean).join(' ') || undefined}
        aria-invalid={field.error ? 'true' : undefined}
      >
        {value}
      </textarea>
      {counted && (
        <div class="nhsuk-hint nhsuk-character-count__message" id={counted}>
          You can enter up to {maxLength} characters
        </div>
      )}
    </Labelled>
  );
};
