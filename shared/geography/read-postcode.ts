/** Matches a postcode or its first half at the start of a text, also with O, I or L in place of a digit. */
const POSTCODE = /^([A-Z]{1,2}) ?([\dOIL][\dA-Z]?)(?: ?([\dOIL])([A-Z]{2}))?(?= \D|$)/u;

const digitsOf = (written: string): string =>
  written
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
    .replace(/^0+(?=\d)/u, '');

/**
 * Reads a postcode or its first half as it was meant: in lower case, with a zero before the district, with a letter O or I for
 * a digit, with a town behind it. Does not look whether there is such a postcode.
 * @returns the postcode or its first half, in capitals; undefined if the text does not begin like a postcode, or goes on with
 *   another number, as a postcode does that was cut short
 */
export const readPostcode = (written: string): string | undefined => {
  const text = written
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z\d]+/gu, ' ')
    .trim();
  const [, area, district, sector, unit] = POSTCODE.exec(text) ?? [];
  if (area === undefined || district === undefined) return undefined;
  const outcode = `${area}${digitsOf(district)}`;
  return sector === undefined || unit === undefined ? outcode : `${outcode} ${digitsOf(sector)}${unit}`;
};
