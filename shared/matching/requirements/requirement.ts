import type * as z from 'zod';
import { wordsOf } from '../../reference/reference-words.ts';
import type { Practitioner } from '../../people/practitioner.ts';
import type { SeatQuery } from '../query/seat-query.ts';

type Value = string | number | readonly string[];

export interface Compared {
  readonly wanted: Value;
  readonly found: Value;
}

/** A requirement that a pair does not meet, with the two values that were compared. */
export interface Unmet<Name extends string> extends Compared {
  readonly name: Name;
}

/** `fewer than`: `wanted` itself is too many. */
type Bound = 'at least' | 'at most' | 'fewer than';

interface Definition<Name extends string, Weights> {
  readonly name: Name;
  /** The requirement's name in a list for the programme team. */
  readonly label: string;
  /** Comparison of a number with `wanted`: by default, `wanted` is the lowest number that is enough. */
  readonly bound?: Bound;
  readonly meets: (query: SeatQuery<Weights>, practitioner: Practitioner) => boolean;
  /** The two values that were compared, for a pair that does not meet the requirement. */
  readonly compared: (query: SeatQuery<Weights>, practitioner: Practitioner) => Compared;
  /**
   * A key made of everything about a practitioner that `meets` reads. Practitioners with equal keys get equal
   * answers, so an index calls `meets` once for all of them. If there is no key, `meets` is called for each
   * practitioner.
   */
  readonly kind?: (practitioner: Practitioner) => string | number;
}

const valueInWords = (value: Value): string => {
  if (typeof value === 'number') return String(value);
  const words = (typeof value === 'string' ? [value] : value).map(wordsOf);
  return words.length === 0 ? 'none' : words.join(', ');
};

/** Puts both values of an unmet requirement into words: "Minutes by road: 34, wanted 30 at most". */
export const comparedInWords =
  (label: string, bound: Bound) =>
  ({ wanted, found }: Compared): string => {
    const words = valueInWords(wanted);
    const bounded = bound === 'fewer than' ? `${bound} ${words}` : `${words} ${bound}`;
    return `${label}: ${valueInWords(found)}, wanted ${typeof wanted === 'number' ? bounded : words}`;
  };

/** Defines a hard requirement: whether a pair meets it, and what the programme team reads if it does not. */
export const requirement = <const Name extends string, Weights = unknown>({
  name,
  label,
  bound = 'at least',
  meets,
  compared,
  kind,
}: Definition<Name, Weights>) => ({
  name,
  meets,
  compared,
  kind,
  inWords: comparedInWords(label, bound),
});

/**
 * Defines a hard requirement that compares with numbers of the policy. Also defines those numbers, with their
 * defaults.
 */
export const weighedRequirement = <const Name extends string, Weights extends z.ZodRawShape>(
  weights: Weights,
  definition: Definition<Name, z.output<z.ZodObject<Weights>>>,
) => ({ ...requirement(definition), weights });
