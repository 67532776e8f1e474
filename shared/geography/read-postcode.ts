/** Matches a postcode or its first half at the start of a text, also with O, I or L in place of a digit. */
const POSTCODE = /^([A-Z]{1,2}) ?([\dOIL][\dA-Z]?)(?: ?([\dOIL])([A-Z]{2}))?(?= |$)/u;

const digitsOf = (written: string): string =>
  written
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
    .replace(/^0+(?=\d)/u, '');

/**
 * Reads a postcode or its first half as it was meant: "me07", "MEO7 4AB", "CTI 3NG" or "ME7 4AB, Gillingham". Does not look
 * whether there is such a postcode.
 * @returns "ME7 4AB" or "ME7"; undefined if the text does not begin like a postcode
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
