import { ErrorMessage } from './error-message.tsx';
import { describedBy, groupClass } from './field-props.ts';
import { Hint } from './hint.tsx';

interface SearchBoxProps {
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** A search box for a postcode, an outcode or a town, submitted as `near`. */
export const SearchBox = ({ value, hint = 'For example, ME7 or Maidstone', error }: SearchBoxProps) => (
  <div class={groupClass(error)}>
    <label class="nhsuk-label nhsuk-label--s" for="near">
      Postcode or town
    </label>
    <Hint name="near" text={hint} />
    <ErrorMessage name="near" text={error} />
    <div class="app-search">
      <input
        class="nhsuk-input app-search__input"
        id="near"
        name="near"
        type="text"
        enterkeyhint="search"
        value={value}
        autocomplete="postal-code"
        spellcheck={false}
        aria-describedby={describedBy({ name: 'near', label: '', hint, error })}
        aria-invalid={error ? 'true' : undefined}
      />
      <button class="nhsuk-button app-search__button" type="submit">
        Search
      </button>
    </div>
  </div>
);
