import { Icon } from './icon.tsx';

export interface Chip {
  readonly label: string;
  readonly removeHref: string;
}

interface FilterChipsProps {
  readonly chips: readonly Chip[];
  readonly clearHref: string;
}

/** The active filters. Each is a link to the same page without that filter. */
export const FilterChips = ({ chips, clearHref }: FilterChipsProps) =>
  chips.length === 0 ? null : (
    <section class="app-chips" aria-labelledby="filters-in-use">
      <h2 class="nhsuk-heading-xs app-chips__heading" id="filters-in-use">
        Filters in use
      </h2>
      <ul class="app-chips__list">
        {chips.map(({ label, removeHref }) => (
          <li key={removeHref}>
            <a class="app-chip" href={removeHref}>
              <Icon name="cross" />
              <span>
                <span class="nhsuk-u-visually-hidden">Remove filter: </span>
                {label}
              </span>
            </a>
          </li>
        ))}
        <li>
          <a class="app-chips__clear" href={clearHref}>
            Clear filters
          </a>
        </li>
      </ul>
    </section>
  );
