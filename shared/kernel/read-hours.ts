const HALVES: ReadonlyMap<string, number> = new Map([
  ['¼', 0.25],
  ['½', 0.5],
  ['¾', 0.75],
]);

/** "a week", "per week", "in total": what people add to a number of hours. */
const AFTER = String.raw`(?:\s*(?:(?:a|per|each|every|/)\s*(?:week|wk)|pw|p/w|weekly|each|in (?:all|total)|altogether|total)\.?)?`;
const UNIT = String.raw`(?:h|hr|hrs|hour|hours|std)`;
const MINUTES = String.raw`(?:m|min|mins|minute|minutes)`;
/** "7.5", "7,5 h", "90 hours", "90 hours a week". A comma before three digits separates thousands. */
const DECIMAL = new RegExp(String.raw`^(-?\d*(?:[.,·]\d+)?)\s*([¼½¾]?)\s*(?:${UNIT}\.?)?${AFTER}$`, 'iu');
/** "7h30", "7:30", "7 hours 30 minutes", "7 hours and 30 mins". */
const CLOCK = new RegExp(
  String.raw`^(\d+)\s*(?:${UNIT}\.?|:)\s*(?:and\s*)?([0-5]?\d)\s*(?:${MINUTES}\.?)?${AFTER}$`,
  'iu',
);
/** "45 minutes". */
const ONLY_MINUTES = new RegExp(String.raw`^(\d+)\s*${MINUTES}\.?${AFTER}$`, 'iu');

/**
 * Reads a number of hours as people write it: "7.5", "7,5", "7½", "90 hours", "7h30", "7:30" or "7 hours 30 minutes".
 * @returns hours, which need not be whole quarters; undefined if the text is no number of hours
 */
export const readHours = (written: string): number | undefined => {
  const text = written
    .trim()
    .replace(/^(?:about|approximately|approx\.?|circa|c\.?|~)\s*/iu, '')
    .replaceAll(/(\d),(?=\d{3}\b)/gu, '$1');
  const clock = CLOCK.exec(text);
  if (clock !== null) return Number(clock[1]) + Number(clock[2]) / 60;
  const minutes = ONLY_MINUTES.exec(text);
  if (minutes !== null) return Number(minutes[1]) / 60;
  const decimal = DECIMAL.exec(text);
  const [, number = '', half = ''] = decimal ?? [];
  if (decimal === null || number + half === '' || number === '-') return undefined;
  return Number(number.replace(/[,·]/u, '.') || '0') + (HALVES.get(half) ?? 0);
};
