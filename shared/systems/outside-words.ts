import type { ServiceSystem } from './service-system.ts';

/** Reduces a postcode as typed to its outcode: "ab1 2cd" → "AB1". */
const outcodeIn = (written: string): string => {
  const letters = written.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return letters.length > 4 ? letters.replace(/[0-9][A-Z]{2}$/, '') : letters;
};

/**
 * Says whose a postcode is if it belongs to a neighbouring board, and where to go on if that board's area has a service
 * in this deployment.
 * @returns undefined if the postcode is not known to be a neighbour's
 */
export const neighbourInWords = (
  {
    neighbouringOutcodes,
    neighbouringServices,
  }: Pick<ServiceSystem, 'neighbouringOutcodes' | 'neighbouringServices'>,
  written: string,
): string | undefined => {
  const outcode = outcodeIn(written);
  const found = neighbouringOutcodes.find((row) => row.outcode === outcode);
  if (found === undefined) return undefined;
  const whose = `${outcode} (${found.area}) belongs to ${found.board.name}`;
  const service = neighbouringServices.find(({ board }) => board === found.board.ods);
  return service === undefined ? `${whose}, not to this service` : `${whose}: go to ${service.siteUrl}`;
};
