import { Checkboxes } from './checkboxes.tsx';
import { DateInput } from './date-input.tsx';
import { NumberInput } from './number-input.tsx';
import { PeopleInput } from './people-input.tsx';
import type { Answers, QuestionProps } from './question-props.ts';
import { Radios } from './radios.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';
import { Textarea } from './textarea.tsx';

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

interface QuestionFieldProps {
  readonly question: QuestionProps;
  readonly answers: Answers;
  readonly error?: string | undefined;
}

/** The field for a question, with its previous answer and its error. */
export const QuestionField = ({ question, answers, error }: QuestionFieldProps) => {
  const all = (name: string): readonly string[] => [answers[name] ?? []].flat();
  const one = (name: string): string | undefined => all(name)[0];
  const { name, hint, autocomplete, options = [] } = question;
  const field = {
    name,
    hint,
    error,
    label: question.optional ? `${question.label} (optional)` : question.label,
  };
  switch (question.kind) {
    case 'text':
      return <TextInput {...field} value={one(name)} autocomplete={autocomplete} />;
    case 'email':
      return (
        <TextInput
          {...field}
          value={one(name)}
          type="email"
          spellcheck={false}
          autocomplete={autocomplete ?? 'email'}
        />
      );
    case 'tel':
      return (
        <TextInput {...field} value={one(name)} type="tel" width={20} autocomplete={autocomplete ?? 'tel'} />
      );
    case 'suggest':
      return <TextInput {...field} value={one(name)} suggestions={options} autocomplete={autocomplete} />;
    case 'outcode':
      return (
        <TextInput {...field} value={one(name)} width={10} spellcheck={false} autocomplete={autocomplete} />
      );
    case 'number':
      return <NumberInput {...field} value={one(name)} />;
    case 'hours':
      return <TextInput {...field} value={one(name)} inputmode="decimal" width={10} spellcheck={false} />;
    case 'textarea':
      return <Textarea {...field} value={one(name)} maxLength={question.maxLength} />;
    case 'radios':
      return <Radios {...field} value={one(name)} options={options} />;
    case 'yes-no':
      return <Radios {...field} value={one(name)} options={question.options ?? yesNo} inline />;
    case 'checkboxes':
      return <Checkboxes {...field} values={all(name)} options={options} />;
    case 'people':
      return <PeopleInput {...field} people={question.people ?? 1} options={options} valuesOf={all} />;
    case 'select':
      return <Select {...field} value={one(name)} options={options} emptyLabel="Select an answer" />;
    case 'date':
      return (
        <DateInput
          {...field}
          day={one(`${name}-day`)}
          month={one(`${name}-month`)}
          year={one(`${name}-year`)}
        />
      );
  }
};
