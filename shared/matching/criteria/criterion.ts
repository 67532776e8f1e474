import type * as z from 'zod';
import type { Contribution } from '../../offers/offer.ts';
import type { PlaceNames } from '../../geography/geography.ts';
import type { Practitioner } from '../../people/practitioner.ts';
import type { SeatQuery } from '../query/seat-query.ts';
import type { WeighedQuery } from '../query/weight.ts';

type StoredFacts = Contribution['facts'];

const optional = <Facts extends z.ZodRawShape>(facts: z.ZodObject<Facts>) => facts.partial();

/** Facts as an offer stored them. Each may be missing, because an older policy may not have recorded it. */
type Noted<Facts extends z.ZodRawShape> = z.output<ReturnType<typeof optional<Facts>>>;

interface Explained<Name extends string, Facts extends z.ZodRawShape> {
  readonly name: Name;
  /** The criterion's name in a list for the programme team. */
  readonly label: string;
  /**
   * Facts from which the points follow, as numbers and words. Ids from reference lists are plain text,
   * because the lists change.
   */
  readonly facts: z.ZodObject<Facts>;
  /** Puts the facts into words for the programme team; parts that are `undefined` are left out. */
  readonly toTeam: (facts: Noted<Facts>, names: PlaceNames) => readonly (string | undefined)[];
  /**
   * Puts the facts into words for the practitioner who is being asked; `undefined` leaves the criterion out.
   */
  readonly toPractitioner?: (facts: Noted<Facts>, names: PlaceNames) => string | undefined;
}

interface Judged<Weights, Given> {
  /**
   * Scores an eligible pair: gives the points (whole numbers; 1 point is about 6 seconds of travel; fewer
   * points are better) and the facts behind them.
   */
  readonly judge: (
    query: SeatQuery<Weights>,
    practitioner: Practitioner,
  ) => { readonly points: number; readonly facts: Given };
  /** Lower bound of the points, which takes less work than `judge`; 0 if absent. */
  readonly atLeast?: (query: SeatQuery<Weights>, practitioner: Practitioner) => number;
}

const notedFacts = <Facts extends z.ZodRawShape>(facts: z.ZodObject<Facts>) => {
  let made: ReturnType<typeof optional<Facts>> | undefined;
  return (stored: StoredFacts): Noted<Facts> => {
    // Makes the schema once and keeps it, because Zod compiles each new schema when that schema first parses.
    const noted = (made ??= optional(facts));
    const read = noted.safeParse(stored);
    if (read.success) return read.data;
    const wrong = new Set(read.error.issues.map(({ path: [fact] }) => fact));
    return noted.parse(Object.fromEntries(Object.entries(stored).filter(([fact]) => !wrong.has(fact))));
  };
};

/** Defines how a part of a cost is explained. Ignores stored facts that are missing, unknown or malformed. */
export const explained = <const Name extends string, Facts extends z.ZodRawShape>({
  name,
  label,
  facts: schema,
  toTeam,
  toPractitioner,
}: Explained<Name, Facts>) => {
  const noted = notedFacts(schema);
  return {
    name,
    contribution: (points: number, facts: z.output<z.ZodObject<Facts>>) => ({
      criterion: name,
      points,
      facts,
    }),
    /**
     * Puts the facts into words for the programme team: "about 20 minutes, 11 miles by road, Saltmouth".
     */
    factsToTeam: (stored: StoredFacts, names: PlaceNames): string =>
      toTeam(noted(stored), names)
        .filter((part) => part !== undefined)
        .join(', '),
    label,
    toPractitioner: (stored: StoredFacts, names: PlaceNames): string | undefined =>
      toPractitioner?.(noted(stored), names),
  };
};

/**
 * Defines a soft criterion: its weights in the policy, how a pair is scored and from which facts, and how
 * that score is explained to the practitioner and the programme team.
 */
export const criterion = <
  const Name extends string,
  Facts extends z.ZodRawShape,
  Weights extends z.ZodRawShape,
  const Given extends z.output<z.ZodObject<Facts>>,
>(
  weights: Weights,
  definition: Explained<Name, Facts> & Judged<z.output<z.ZodObject<Weights>>, Given>,
) => {
  const part = explained(definition);
  const { judge, atLeast = () => 0 } = definition;
  return {
    ...part,
    weights,
    atLeast,
    contributionOf: (query: WeighedQuery<Weights>, practitioner: Practitioner) => {
      const { points, facts } = judge(query, practitioner);
      return part.contribution(points, facts);
    },
  };
};
