import { Checkboxes } from './checkboxes.tsx';
import { Details } from './details.tsx';
import type { FieldProps } from './field-props.ts';
import { Fieldset } from './fieldset.tsx';
import type { Choice } from './question-props.ts';
import { TextInput } from './text-input.tsx';

interface PeopleInputProps extends FieldProps {
  /** Number of people that the form has room for. */
  readonly people: number;
  /** Options that can be selected for each person. */
  readonly options: readonly Choice[];
  readonly valuesOf: (name: string) => readonly string[];
}

/**
 * Submits `{name}-1-name`, `{name}-1-email` and `{name}-1-kinds`, and so on for each person. The first person is shown;
 * the others open without JavaScript.
 */
export const PeopleInput = ({ people, options, valuesOf, ...field }: PeopleInputProps) => (
  <Fieldset {...field} role="group">
    <div id={field.name} tabindex={-1}>
      {Array.from({ length: people }, (_, index) => {
        const number = (index + 1).toString();
        const entry = `${field.name}-${number}`;
        const [name, email, kinds] = [
          valuesOf(`${entry}-name`),
          valuesOf(`${entry}-email`),
          valuesOf(`${entry}-kinds`),
        ];
        const inputs = (
          <Fieldset name={entry} label={`Person ${number}`} role="group">
            <TextInput name={`${entry}-name`} label="Full name" value={name[0]} />
            <TextInput
              name={`${entry}-email`}
              label="Work email address"
              type="email"
              spellcheck={false}
              value={email[0]}
            />
            <Checkboxes
              name={`${entry}-kinds`}
              label="Conflict of interest"
              values={kinds}
              options={options}
            />
          </Fieldset>
        );
        return index === 0 ? (
          inputs
        ) : (
          <Details
            key={entry}
            summary={`Add person ${number}`}
            open={[name, email, kinds].some((values) => values.some((value) => value !== ''))}
          >
            {inputs}
          </Details>
        );
      })}
    </div>
  </Fieldset>
);
