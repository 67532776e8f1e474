import type { PersonAnswer } from './answer-value.ts';
import type { Answers } from './question.ts';

/** Reads an answer as the type that its question gives; undefined if it is absent or of another type. */
export const textIn = (answers: Answers, name: string): string | undefined => {
  const value = answers[name];
  return typeof value === 'string' ? value : undefined;
};

export const numberIn = (answers: Answers, name: string): number | undefined => {
  const value = answers[name];
  return typeof value === 'number' ? value : undefined;
};

export const listIn = (answers: Answers, name: string): readonly string[] => {
  const value = answers[name];
  return typeof value === 'object' ? value.filter((one) => typeof one === 'string') : [];
};

export const peopleIn = (answers: Answers, name: string): readonly PersonAnswer[] => {
  const value = answers[name];
  return typeof value === 'object' ? value.filter((one) => typeof one === 'object') : [];
};

export const isYes = (answers: Answers, name: string): boolean => answers[name] === true;
