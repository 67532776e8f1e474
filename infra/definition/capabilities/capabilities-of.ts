import { routes } from '../../../shared/contracts/routes.ts';
import type { Capability } from './capability.ts';

/** Completes the definitions of one room's functions with their routes from shared/contracts/routes.ts. */
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
