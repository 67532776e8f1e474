/** Inverts the relation: lists, for each learner, the practitioners who could take them. */
const optionsByLearner = (
  learners: number,
  fit: readonly (readonly number[])[],
): readonly (readonly number[])[] => {
  const options: number[][] = Array.from({ length: learners }, () => []);
  fit.forEach((own, practitioner) => {
    for (const learner of own) options[learner]?.push(practitioner);
  });
  return options;
};

/**
 * Places learners one by one, moving others along augmenting paths, until no further learner can be placed.
 * @returns the learners who stay unplaced
 */
const placeAll = (
  options: readonly (readonly number[])[],
  places: readonly number[],
  held: readonly number[][],
  wanting: readonly number[],
): readonly number[] => {
  const seat = (learner: number, seen: Set<number>): boolean => {
    for (const practitioner of options[learner] ?? []) {
      const taken = held[practitioner];
      if (taken === undefined || seen.has(practitioner)) continue;
      seen.add(practitioner);
      if (taken.length < (places[practitioner] ?? 0)) {
        taken.push(learner);
        return true;
      }
      const moved = taken.findIndex((other) => seat(other, seen));
      if (moved >= 0) {
        taken[moved] = learner;
        return true;
      }
    }
    return false;
  };
  return wanting.filter((learner) => !seat(learner, new Set()));
};

export interface MostPlaced {
  /** Learners who cannot be placed under any allocation. */
  readonly withoutPlace: number;
  /**
   * Learners who compete for too few places: with one more place for any one of them, one more learner could
   * be placed.
   */
  readonly competing: ReadonlySet<number>;
  /**
   * Computes how many more learners would be placed with one more practitioner, who has this number of places
   * and could take these learners.
   */
  readonly gainOf: (fits: readonly number[], places: number) => number;
}

/**
 * Computes the maximum number of learners that practitioners can take together, and the gain from one more
 * practitioner.
 * @param learners number of learners, who are numbered from 0
 * @param fit learners whom each practitioner could take
 * @param places number of places of each practitioner
 */
export const mostPlaced = (
  learners: number,
  fit: readonly (readonly number[])[],
  places: readonly number[],
): MostPlaced => {
  const options = optionsByLearner(learners, fit);
  const held = fit.map((): number[] => []);
  const everybody = Array.from({ length: learners }, (_, index) => index);
  const unplaced = placeAll(options, places, held, everybody);

  // If a learner holds a place that a competing learner could take, the holder competes too.
  const competing = new Set(unplaced);
  for (const learner of competing)
    for (const practitioner of options[learner] ?? [])
      for (const holder of held[practitioner] ?? []) competing.add(holder);

  return {
    withoutPlace: unplaced.length,
    competing,
    gainOf: (fits, capacity) => {
      if (!fits.some((learner) => competing.has(learner))) return 0;
      const left = placeAll(
        optionsByLearner(learners, [...fit, fits]),
        [...places, capacity],
        [...held.map((own) => [...own]), []],
        unplaced,
      );
      return unplaced.length - left.length;
    },
  };
};
