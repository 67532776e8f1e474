import type { Seat, SupervisionRequest } from './request.ts';

type Tried = Seat['tried'][number];

/**
 * A request that somebody left, with whom they had named as back-up: asked first, also when nothing of the address is
 * left.
 * @returns undefined when there is nothing to remember: nobody left it, or it is known already
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
