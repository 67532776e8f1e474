import type { Capability } from './capability.ts';
import { rooms } from './rooms.ts';

/** Every function of the service. */
export const capabilities: readonly Capability[] = Object.values(rooms).flat();
