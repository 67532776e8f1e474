import type { ServiceSystem } from './service-system.ts';

type Border = Pick<ServiceSystem, 'geography' | 'neighbouringOutcodes' | 'neighbouringServices'>;

/** A postcode as typed, in its parts. `sector` and `whole` are undefined if only an outcode was typed. */
const partsOf = (written: string) => {
  const letters = written.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const [, outcode, digit, unit] = /^([A-Z]{1,3}[0-9][0-9A-Z]?)([0-9])([A-Z]{2})$/u.exec(letters) ?? [];
  return outcode === undefined || digit === undefined || unit === undefined
    ? { outcode: letters }
    : { outcode, sector: `${outcode} ${digit}`, whole: `${outcode} ${digit}${unit}` };
};

/** Finds whose a postcode is if it is a neighbour's, and how people know the area. */
const ownerOf = ({ geography, neighbouringOutcodes }: Border, written: string) => {
  const { outcode, sector, whole } = partsOf(written);
  const border = neighbouringOutcodes.find((row) => row.outcode === outcode);
  if (border === undefined) return undefined;
  const part = border.parts?.find(({ postcodes }) => postcodes === sector || postcodes === whole);
  if (part !== undefined)
    return { outcode, postcode: whole, area: part.area, board: part.board ?? border.board };
  return geography.outcodeOf(outcode) === undefined
    ? { outcode, postcode: outcode, area: border.area, board: border.board }
    : undefined;
};

/**
 * Says whose a postcode is if it belongs to a neighbouring board, and where to go on if this deployment has a service for
 * it. Of an outcode that two boards share, only the parts that the data name are the neighbour's.
 * @returns undefined if the postcode is not known to be a neighbour's
 */
export const neighbourInWords = (system: Border, written: string): string | undefined => {
  const found = ownerOf(system, written);
  if (found === undefined) return undefined;
  const whose = `${found.postcode} (${found.area}) belongs to ${found.board.name}`;
  const service = system.neighbouringServices.find(
    ({ board, outcodes }) => board === found.board.ods && outcodes.includes(found.outcode),
  );
  return service === undefined
    ? `${whose}, not to this service`
    : `${whose}: go to the service for ${service.name}, ${service.siteUrl}`;
};
