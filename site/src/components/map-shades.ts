/** A class of counts that a map draws alike, from the lightest to the darkest. */
export interface MapShade {
  readonly shade: 0 | 1 | 2 | 3;
  /** The counts of the class: "0" or "4 to 6". */
  readonly words: string;
}

const shades = [1, 2, 3] as const;

const stepOf = (counts: readonly number[]): number => Math.max(1, Math.ceil(Math.max(0, ...counts) / 3));

/** Returns the class of a count among all counts of a map: 0 for none, then thirds of the largest. */
export const shadeOf = (count: number, counts: readonly number[]): MapShade['shade'] =>
  shades.find((shade) => count > 0 && count <= shade * stepOf(counts)) ?? 0;

/** Returns the key of a map: its classes, without those above its largest count. */
export const shadeKey = (counts: readonly number[]): readonly MapShade[] => {
  const [step, most] = [stepOf(counts), Math.max(0, ...counts)];
  return [
    { shade: 0, words: '0' },
    ...shades
      .map((shade) => ({ shade, from: (shade - 1) * step + 1, to: Math.min(shade * step, most) }))
      .filter(({ from }) => from <= most)
      .map(({ shade, from, to }) => ({ shade, words: from === to ? String(from) : `${from} to ${to}` })),
  ];
};
