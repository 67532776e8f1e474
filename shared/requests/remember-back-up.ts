import type { Seat, SupervisionRequest } from './request.ts';

type Tried = Seat['tried'][number];

/**
 * Stores the id of the back-up whom a practitioner named before leaving a request. The back-up can then be
 * asked first even after the practitioner's record, which has the back-up's address, is erased.
 * @returns undefined if the practitioner did not leave this request, or if the back-up is already stored
 */
export const rememberBackUp = (
  request: SupervisionRequest,
  leftBy: string,
  backUpId: string,
): SupervisionRequest | undefined => {
  const isNews = ({ practitionerId, outcome, backUpId: known }: Tried): boolean =>
    practitionerId === leftBy && outcome === 'left' && known !== backUpId;
  if (!request.seats.some(({ tried }) => tried.some(isNews))) return undefined;
  const seats = request.seats.map((seat) => ({
    ...seat,
    tried: seat.tried.map((one) => (isNews(one) ? { ...one, backUpId } : one)),
  }));
  return { ...request, seats };
};
