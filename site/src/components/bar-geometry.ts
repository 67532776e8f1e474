export interface Bars {
  readonly label: string;
  /**
   * Values of the row, one per series and in the order of the series: numbers, or words where a number is
   * suppressed.
   */
  readonly values: readonly (number | string)[];
}

export interface BarGroup {
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  readonly bars: readonly {
    readonly y: number;
    readonly width: string;
    readonly value: number | string;
    readonly valueX: string;
    readonly valueY: number;
  }[];
}

const LINE = 20;
const BAR = 16;
const GAP = 4;
const GROUP_GAP = 18;
/**
 * Maximum number of characters per line of a label: as many letters of 15 pixels as fit on a phone 320 pixels
 * wide.
 */
const CHARACTERS_PER_LINE = 36;
/** Length of the longest bar in per cent. The rest of the width is for the bar's number. */
const MAX_BAR_PERCENT = 82;

const wrap = (label: string): readonly string[] =>
  label.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && last.length + word.length < CHARACTERS_PER_LINE
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, word];
  }, []);

/**
 * Layout of a bar chart. Horizontal positions are percentages, so that the chart fits a phone without smaller
 * letters; vertical positions are pixels. Labels are above their bars and wrap.
 */
export const barGeometry = (data: readonly Bars[]): { height: number; groups: readonly BarGroup[] } => {
  const most = Math.max(
    1,
    ...data.flatMap(({ values }) => values.filter((value) => typeof value === 'number')),
  );
  let y = 0;
  const groups = data.map(({ label, values }) => {
    const lines = wrap(label).map((text) => ({ text, y: (y += LINE) - 5 }));
    const bars = values.map((value) => {
      const top = y + GAP;
      y = top + BAR;
      const width = typeof value === 'number' ? (value / most) * MAX_BAR_PERCENT : 0;
      return {
        y: top,
        width: `${width.toFixed(2)}%`,
        value,
        valueX: `${(width + 1.5).toFixed(2)}%`,
        valueY: top + BAR - 3,
      };
    });
    y += GROUP_GAP;
    return { lines, bars };
  });
  return { height: y, groups };
};
