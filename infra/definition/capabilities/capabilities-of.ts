import { routes } from '../../../shared/contracts/routes.ts';
import type { Capability } from './capability.ts';

/** The functions of one room, with the routes that the table of routes gives them. */
export const capabilitiesOf = (
  room: string,
  described: readonly Omit<Capability, 'room' | 'routes'>[],
): readonly Capability[] =>
  described.map((capability) => {
    const answered = routes.filter((route) => route.function === `${room}/${capability.verb}`);
    return {
      ...capability,
      room,
      ...(answered.length === 0 ? {} : { routes: answered.map(({ key }) => key) }),
    };
  });
