import type { Question } from '../../../shared/journeys/question.ts';
import type { FormFields } from './visitor.ts';

interface BadValue {
  readonly what: string;
  /** The value in the form's field; undefined if the field is left empty. */
  readonly value: string | undefined;
  /** The bad value in JSON. */
  readonly json: unknown;
}

const bad = (what: string, value: string | undefined, json: unknown = value): BadValue => ({
  what,
  value,
  json,
});

const wrongOf = ({ kind }: Question): readonly BadValue[] => {
  switch (kind) {
    case 'text':
    case 'suggest':
      return [bad('far too long', 'a'.repeat(600)), bad('two lines', 'Amara\nExample')];
    case 'textarea':
      return [bad('far too long', 'a'.repeat(5_000)), bad('a storm of accents', `a${'\u0300'.repeat(9)}`)];
    case 'email':
      return [bad('no address', 'amara at dpp'), bad('two addresses', 'a@dpp.example, b@dpp.example')];
    case 'tel':
      return [bad('no number', 'call me')];
    case 'number':
      return [bad('a word', 'several'), bad('below nothing', '-1', -1), bad('a fraction', '1.5', 1.5)];
    case 'hours':
      return [
        bad('a word', 'several'),
        bad('below nothing', '-1', -1),
        bad('a third of an hour', '7h20', 7.3),
      ];
    case 'radios':
    case 'select':
      return [bad('not on the list', 'nonsense')];
    case 'checkboxes':
      return [bad('not on the list', 'nonsense', ['nonsense'])];
    case 'date':
      return [bad('no such day', '2027-02-31'), bad('no year', '2027')];
    case 'outcode':
      return [bad('not in Kent', 'EH1'), bad('no postcode', 'here')];
    case 'yes-no':
      return [bad('neither', 'perhaps')];
    case 'people':
      return [bad('a name far too long', 'a'.repeat(600), [{ name: 'a'.repeat(600), kinds: [] }])];
    case 'agree':
      return [bad('a no', 'no', false)];
  }
};

/**
 * Lists values that a question must refuse: values of another kind, and an empty answer if the question requires one.
 */
export const badValuesOf = (question: Question): readonly BadValue[] => [
  ...(question.optional ? [] : [bad('no answer', undefined)]),
  ...wrongOf(question),
];

/** Returns the form's fields that contain a bad value: a date has three fields, a person several. */
export const fieldsOfBad = ({ name, kind }: Question, value: string | undefined): FormFields => {
  if (value === undefined) return {};
  if (kind === 'people') return { [`${name}-1-name`]: value };
  if (kind !== 'date') return { [name]: value };
  const [year = '', month = '', day = ''] = value.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};
