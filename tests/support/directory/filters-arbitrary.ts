import fc from 'fast-check';
import { filterGroups, type GroupName } from '../../../shared/directory/filter-groups.ts';
import {
  type Filters,
  offeredMinutes,
  parseFilters,
  sorts,
  tick,
} from '../../../shared/directory/filters.ts';
import { kentAndMedway } from '../kent-and-medway.ts';

const groups = filterGroups(kentAndMedway);

const ticked = fc
  .tuple(
    ...groups.map(({ options }) =>
      fc.subarray(
        options.map(({ id }) => id),
        { maxLength: Math.min(4, options.length) },
      ),
    ),
  )
  .chain((chosen) =>
    fc.subarray(
      groups.map(({ name }, index) => [name, chosen[index]!] as const),
      { maxLength: 3 },
    ),
  )
  .map((pairs) =>
    pairs.reduce<Filters['ticked']>(
      (all, [name, ids]: readonly [GroupName, string[]]) => tick(all, name, ids),
      {},
    ),
  );

const whole = (key: string, values: readonly string[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined }).map((value) => (value ? { [key]: [value] } : {}));

/** Generates filters that a page's address can contain. */
export const filtersArbitrary: fc.Arbitrary<Filters> = fc
  .tuple(
    ticked,
    whole('near', ['ME7', 'me7 4ab', 'Maidstone', 'madstone', 'CT1']),
    whole('minutes', offeredMinutes.map(String)),
    whole('q', ['pain', 'diabetis', 'harbour', 'hiv & aids', '100% “quoted” + plus']),
    whole('sort', sorts),
    whole('page', ['1', '2', '3']),
  )
  .map(([groupsTicked, ...parts]) => ({
    ...parseFilters(Object.assign({}, ...parts) as Record<string, string[]>, kentAndMedway).filters,
    ticked: groupsTicked,
  }));
