import { ErrorMessage } from './error-message.tsx';
import { describedBy, groupClass } from './field-props.ts';
import { Hint } from './hint.tsx';

export interface SearchBoxProps {
  /** An outcode and a town for the hint. */
  readonly examples: readonly [outcode: string, town: string];
  readonly value?: string | undefined;
  readonly error?: string | undefined;
}

/** A search box for a postcode, an outcode or a town, submitted as `near`. */
export const SearchBox = ({ examples: [outcode, town], value, error }: SearchBoxProps) => {
  const hint = `For example, ${outcode} or ${town}`;
  return (
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
};
