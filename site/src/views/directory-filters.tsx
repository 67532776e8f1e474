import { ChoiceItem } from '../components/choice-item.tsx';
import { Details } from '../components/details.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { optionId } from '../components/option-id.ts';
import { SearchBox, type SearchBoxProps } from '../components/search-box.tsx';
import { TextInput } from '../components/text-input.tsx';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** Number of results if this option were the only one selected in its group. */
  readonly count?: number | undefined;
  readonly checked: boolean;
}

export interface FilterGroup {
  readonly name: string;
  readonly legend: string;
  /** Radio buttons, for filters with one possible answer, such as minutes by road. */
  readonly single?: boolean | undefined;
  readonly options: readonly FilterOption[];
}

export interface DirectoryFiltersProps {
  readonly action: string;
  readonly near?: string | undefined;
  readonly nearError?: string | undefined;
  /** Text to search for in names, clinical areas and organisations. */
  readonly text?: string | undefined;
  readonly groups: readonly FilterGroup[];
  /** Values to submit without showing them, such as the sort order. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
}

const words = ({ label, count }: FilterOption) =>
  count === undefined ? label : `${label} (${count.toString()})`;

const Group = ({ name, legend, single, options }: FilterGroup) => (
  <Details summary={legend} open={options.some(({ checked, value }) => checked && value !== '')}>
    <fieldset class="nhsuk-fieldset">
      <legend class="nhsuk-u-visually-hidden">{legend}</legend>
      <div class={single ? 'nhsuk-radios nhsuk-radios--small' : 'nhsuk-checkboxes nhsuk-checkboxes--small'}>
        {options.map((option, index) => (
          <ChoiceItem
            key={option.value}
            type={single ? 'radio' : 'checkbox'}
            id={optionId(`filter-${name}`, index)}
            name={name}
            option={{ value: option.value, label: words(option) }}
            checked={option.checked}
          />
        ))}
      </div>
    </fieldset>
  </Details>
);

/** The search form: a place, then groups of filters, collapsed unless in use. */
export const DirectoryFilters = ({
  examples,
  action,
  near,
  nearError,
  text,
  groups,
  hidden = {},
}: DirectoryFiltersProps & Pick<SearchBoxProps, 'examples'>) => (
  <form class="app-filters" method="get" action={action} role="search" aria-label="DPPs">
    <SearchBox examples={examples} value={near} error={nearError} />
    <HiddenFields values={hidden} />
    <details class="app-filters__groups">
      <summary class="app-filters__summary">Filters</summary>
      <h2 class="nhsuk-heading-s app-filters__heading">Filter the list</h2>
      <TextInput
        name="q"
        label="Name, clinical area or organisation"
        hint="For example, anticoagulation"
        value={text}
        inputmode="search"
      />
      {groups.map((group) => (
        <Group key={group.name} {...group} />
      ))}
      <button class="nhsuk-button nhsuk-button--secondary" type="submit">
        Apply filters
      </button>
    </details>
  </form>
);
