import type { Practitioner } from '../people/practitioner.ts';
import type { ServiceSystem } from '../systems/service-system.ts';

type Listed = Pick<Practitioner, 'guest'>;
type Neighbours = Pick<ServiceSystem, 'neighbouringServices'>;

/** Names the board with which a neighbour's DPP is listed; undefined for a DPP of the system itself. */
export const boardOfGuest = ({ guest }: Listed, { neighbouringServices }: Neighbours): string | undefined =>
  guest &&
  (neighbouringServices.find(({ id }) => id === guest.lender)?.boardName ??
    'the integrated care board of their own area');

/** Tells a neighbour's DPP whose learner they are asked to supervise; nothing for a DPP of the system itself. */
export const learnerAcrossInWords = (
  practitioner: Listed,
  system: Neighbours & Pick<ServiceSystem, 'board'>,
): readonly string[] => {
  const home = boardOfGuest(practitioner, system);
  return home === undefined
    ? []
    : [
        `This learner belongs to ${system.board.name}. Your listing is with ${home}. The two boards offer each other’s learners free places near their border.`,
      ];
};
