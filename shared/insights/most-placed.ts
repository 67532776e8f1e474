/** The practitioners whom each learner fits: the other way round of the learners whom each practitioner fits. */
const turned = (learners: number, fit: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const options: number[][] = Array.from({ length: learners }, () => []);
  fit.forEach((own, practitioner) => {
    for (const learner of own) options[learner]?.push(practitioner);
  });
  return options;
};

/**
 * Seats learners one by one, moving others along (augmenting paths), until no further learner can be seated.
 * @returns those who stay without a place
 */
const seatAll = (
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
  /** How many stay without a place, however places are shared out. */
  readonly withoutPlace: number;
  /** Learners who compete for too few places: one more place for any of them places one more learner. */
  readonly competing: ReadonlySet<number>;
  /** How many more have a place when one more practitioner, with that many places, could take these learners. */
  readonly gainOf: (fits: readonly number[], places: number) => number;
}

/**
 * The most learners that practitioners can take together, and what one more practitioner would add to it.
 * @param learners how many there are; they are numbered from 0
 * @param fit practitioner by practitioner, the learners whom they could take
 * @param places practitioner by practitioner, how many they can take
 */
export const mostPlaced = (
  learners: number,
  fit: readonly (readonly number[])[],
  places: readonly number[],
): MostPlaced => {
  const options = turned(learners, fit);
  const held = fit.map((): number[] => []);
  const everybody = Array.from({ length: learners }, (_, index) => index);
  const unplaced = seatAll(options, places, held, everybody);

  // Whoever holds a place that a competing learner could take competes too.
  const competing = new Set(unplaced);
  for (const learner of competing)
    for (const practitioner of options[learner] ?? [])
      for (const holder of held[practitioner] ?? []) competing.add(holder);

  return {
    withoutPlace: unplaced.length,
    competing,
    gainOf: (fits, capacity) => {
      if (!fits.some((learner) => competing.has(learner))) return 0;
      const left = seatAll(
        turned(learners, [...fit, fits]),
        [...places, capacity],
        [...held.map((own) => [...own]), []],
        unplaced,
      );
      return unplaced.length - left.length;
    },
  };
};
