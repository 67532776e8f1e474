import { textIn } from '../../../shared/journeys/answers.ts';
import type { Form } from '../../../shared/journeys/parse-form.ts';
import type { Answers, Option, Question, QuestionStep } from '../../../shared/journeys/question.ts';
import { dayInWords } from '../../../shared/kernel/time.ts';
import { organisationText } from '../../../shared/people/organisation-text.ts';
import type { FieldError } from '../../../shared/kernel/field-error.ts';
import { askRadios } from '../../../shared/journeys/question-builders.ts';
import { knownOrganisationRef } from '../../../shared/systems/organisations/known-organisation-ref.ts';
import type { KnownOrganisation } from '../../../shared/systems/organisations/known-organisation.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import { organisationMeant } from '../../../shared/systems/organisations/organisation-meant.ts';
import {
  type SuggestedOrganisation,
  suggestOrganisations,
} from '../../../shared/systems/organisations/suggest-organisations.ts';

/** Name of the field with the organisation that somebody chose. */
const CHOSEN_FIELD = 'chosenOrganisation';
const CHOOSING_FIELD = 'choosing';
/** Hidden field of the page that asks which organisation is meant. */
export const choosingFields = { [CHOOSING_FIELD]: 'yes' };

/** Name of the answer with the text of an organisation of which somebody said that it is in no list. */
const NOT_LISTED = 'organisationNotListed';

/** The choice of somebody whose organisation is not among the suggestions. */
const NONE = 'none';

const MOST = 10;

/** The page on which somebody says which organisation they mean. */
export interface OrganisationChoice {
  readonly title: string;
  readonly intro: string;
  readonly options: readonly Option[];
}

/** The answers with the organisation in the system's list where it is known, or a choice to ask for first. */
type Settled =
  | { readonly is: 'settled'; readonly answers: Answers }
  | { readonly is: 'ask'; readonly choice: OrganisationChoice };

const sentence = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

const closing = ({ status, closedOn }: KnownOrganisation): string => {
  if (status !== 'closed') return '';
  return closedOn === '' ? ' Closed.' : ` Closed ${dayInWords(closedOn)}.`;
};

const optionOf = ({ organisation, insteadOf }: SuggestedOrganisation): Option => {
  const where = sentence([organisation.street, organisation.town]);
  const was =
    insteadOf === undefined || insteadOf.name === organisation.name ? '' : ` Was ${insteadOf.name}.`;
  return {
    value: organisation.code,
    label: organisation.name,
    hint: `${where === '' ? '' : `${where}. `}Code ${organisation.code}.${closing(organisation)}${was}`,
  };
};

const choiceOf = (text: string, suggested: ReturnType<typeof suggestOrganisations>): OrganisationChoice => {
  const { suggestions, total } = suggested;
  const more =
    total > suggestions.length
      ? ` These are the ${suggestions.length} most likely of ${total}: to see others, go back and add a town or street.`
      : '';
  return {
    title: 'Which of these do you mean?',
    intro: `You entered “${text}”.${more}`,
    options: [...suggestions.map(optionOf), { value: NONE, label: 'None of these: it is not in the list' }],
  };
};

/** The error of somebody who continued without choosing an organisation. */
export const nothingChosen = [
  { field: CHOSEN_FIELD, message: 'Select an organisation, or select that it is not in the list' },
] as const;

/** The page that asks which organisation is meant, as a step. Its answer is read by `settleOrganisation`. */
export const choosingStep = ({ title, options }: OrganisationChoice): QuestionStep => ({
  slug: 'which-organisation',
  title,
  questions: [
    askRadios({
      name: CHOSEN_FIELD,
      label: 'Organisation',
      options,
      missing: nothingChosen[0].message,
      changeWords: 'Change the organisation',
    }),
  ],
});

/** Current answers, whose organisation is not asked for again while it stays the same. */
export const withoutChoice = (answers: Answers): Answers => ({
  ...answers,
  [NOT_LISTED]: textIn(answers, 'organisation') ?? '',
});

/** Errors for the codes in JSON that are of no organisation in the list. */
export const unknownCodes = (
  { find }: Pick<OrganisationIndex, 'find'>,
  questions: readonly Question[],
  answers: Answers,
): readonly FieldError[] =>
  questions
    .filter(({ kind }) => kind === 'suggest')
    .flatMap(({ name }) => {
      const [, code] = /^\(([^()]*)\)$/u.exec(textIn(answers, name) ?? '') ?? [];
      return code === undefined || find(code) !== undefined
        ? []
        : [{ field: name, message: 'We do not know an organisation with this code', rule: 'unknown-code' }];
    });

/** Whether a form comes from the page that asks which organisation is meant. */
export const isChoosing = (form: Form): boolean => form[CHOOSING_FIELD]?.[0] !== undefined;

/**
 * Finds out which organisation the answer to a page's question means. Asks if it is not certain, unless somebody has
 * said already that this text is in no list.
 */
export const settleOrganisation = (
  index: OrganisationIndex,
  questions: readonly Question[],
  answers: Answers,
  form: Form,
): Settled => {
  const chosenOption = isChoosing(form) ? form[CHOSEN_FIELD]?.[0] : undefined;
  const name = questions.find(({ kind }) => kind === 'suggest')?.name;
  const text = name === undefined ? undefined : textIn(answers, name);
  if (name === undefined || text === undefined) return { is: 'settled', answers };
  const settledAs = (known: KnownOrganisation): Settled => ({
    is: 'settled',
    answers: { ...answers, [name]: organisationText(knownOrganisationRef(index, known)) },
  });
  const near = textIn(answers, 'outcode');
  const chosen = index.find(chosenOption ?? '');
  if (chosen !== undefined) return settledAs(chosen);
  const meant = organisationMeant(index, text, near);
  if (meant !== undefined) return settledAs(meant);
  if (chosenOption === NONE) return { is: 'settled', answers: { ...answers, [NOT_LISTED]: text } };
  if (textIn(answers, NOT_LISTED) === text) return { is: 'settled', answers };
  const suggested = suggestOrganisations(index, text, {
    most: MOST,
    ...(near === undefined ? {} : { near }),
  });
  return suggested.total === 0
    ? { is: 'settled', answers }
    : { is: 'ask', choice: choiceOf(text, suggested) };
};
