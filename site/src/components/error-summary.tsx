import type { FieldError } from './question-props.ts';

/** All errors, shown first on the page. Each links to its field; an error without a field is plain text. */
export const ErrorSummary = ({ errors }: { readonly errors: readonly FieldError[] }) =>
  errors.length === 0 ? null : (
    <div class="nhsuk-error-summary" data-error-summary tabindex={-1}>
      <div role="alert">
        <h2 class="nhsuk-error-summary__heading">There is a problem</h2>
        <div class="nhsuk-error-summary__body">
          <ul class="nhsuk-list nhsuk-error-summary__list">
            {errors.map(({ field, message }) => (
              <li key={`${field} ${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
