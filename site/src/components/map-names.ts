/** What a name on a map needs to know of its area. */
export interface NamedPoint {
  readonly name: string;
  /** The middle of the area's number, above the name. */
  readonly label: readonly [x: number, y: number];
}

/** Text on a map, in units of the drawing: the lines of a name, from the top one. */
export interface MapName {
  readonly lines: readonly { readonly text: string; readonly y: number }[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LINE_HEIGHT = 12;
/** A wide letter of the name's size, so that no name is wider than reckoned. */
const LETTER = 6.2;
const LONGEST_LINE = 12;
/** Room of a number of up to three digits. */
const NUMBER = { width: 36, above: 16, below: 3 } as const;

/** Breaks a long name once, before "and" or at its middle space. */
const linesOf = (name: string): readonly string[] => {
  if (name.length <= LONGEST_LINE) return [name];
  const spaces = [...name.matchAll(/ /gu)].map(({ index }) => index);
  const middle = name.length / 2;
  const at = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return at === undefined ? [name] : [name.slice(0, at), name.slice(at + 1)];
};

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const around = (x: number, top: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top,
  bottom: top + height,
});

/**
 * Chooses the names that a map of a width has room for: those that touch no number, no other name and no edge. The
 * shortest names come first.
 */
export const mapNames = (areas: readonly NamedPoint[], width: number): ReadonlyMap<string, MapName> => {
  const taken = areas.map(({ label: [x, y] }) =>
    around(x, y - NUMBER.above, NUMBER.width, NUMBER.above + NUMBER.below),
  );
  const names = new Map<string, MapName>();
  for (const { name, label } of areas.toSorted((a, b) => a.name.length - b.name.length)) {
    const [x, y] = label;
    const lines = linesOf(name);
    const wide = Math.max(...lines.map((text) => text.length)) * LETTER;
    const box = around(x, y + NUMBER.below, wide, lines.length * LINE_HEIGHT);
    if (box.left < 0 || box.right > width || taken.some((other) => overlaps(box, other))) continue;
    taken.push(box);
    names.set(name, { lines: lines.map((text, index) => ({ text, y: y + 13 + index * LINE_HEIGHT })) });
  }
  return names;
};
