import type { FieldError } from '../kernel/field-error.ts';
import type { NumberRefusal } from '../people/registration-number.ts';
import { checkRegistrationNumber } from '../people/registration-number.ts';
import { professionSchema } from '../reference/vocabulary.ts';
import { professions, type RegulatorId } from '../reference/professions.ts';
import { hcpcPrefixes, regulatorOf } from '../reference/regulators.ts';
import { textIn } from './answers.ts';
import type { Answers } from './question.ts';

/** Says whose numbers start with some letters: "PA is for paramedics". Radiographers of both kinds share theirs. */
const ownersInWords = (prefix: string): string => {
  const owners = professions.filter(({ id }) => hcpcPrefixes[id] === prefix);
  const names = owners.map(({ words }) => `a ${words.toLowerCase()}`).join(' or ');
  if (owners.length === 0) return `this one starts with ${prefix}`;
  return owners.length === 1
    ? `one that starts with ${prefix} is of ${names}`
    : `one that starts with ${prefix} is of ${names}: select which you are`;
};

const wordsFor = (refusal: NumberRefusal): string => {
  switch (refusal.code) {
    case 'wrong-shape':
      return `Enter your ${regulatorOf(refusal.regulator).words} number, like ${refusal.example}`;
    case 'wrong-prefix':
      return `Health and Care Professions Council numbers of your profession start with ${refusal.expected}; ${ownersInWords(refusal.found)}. Check your number or your profession`;
    case 'dispensing-optician':
      return 'Numbers that start with D belong to dispensing opticians, who cannot prescribe. If you are an optometrist, enter the number that starts with 01';
    case 'associate':
      return 'Numbers that start with A belong to physician and anaesthesia associates, who cannot prescribe. If you are a doctor, enter the 7 digits of your own number';
    case 'technician-or-premises':
      return 'Numbers of pharmacists start with 2. Pharmacy technicians and pharmacy premises have other numbers. Enter the 7 digits of your own number';
  }
};

/**
 * The regulator of a registration number, where the profession does not determine it: pharmacists may be
 * registered in Northern Ireland.
 */
export const regulatorIn = (answers: Answers): RegulatorId | undefined =>
  textIn(answers, 'profession') === 'pharmacist' && textIn(answers, 'regulator') === 'psni'
    ? 'psni'
    : undefined;

/** Checks the registration number against the profession; no errors if either is missing. */
export const registrationNumberErrors = (answers: Answers): readonly FieldError[] => {
  const profession = professionSchema.safeParse(answers['profession']);
  const number = textIn(answers, 'registrationNumber');
  if (!profession.success || number === undefined) return [];
  const checked = checkRegistrationNumber(profession.data, number, regulatorIn(answers));
  return checked.ok
    ? []
    : [{ field: 'registrationNumber', message: wordsFor(checked.refusal), rule: checked.refusal.code }];
};
