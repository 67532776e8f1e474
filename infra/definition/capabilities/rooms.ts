import { borders } from './borders.ts';
import type { Capability } from './capability.ts';
import { changes } from './changes.ts';
import { directory } from './directory.ts';
import { matching } from './matching.ts';
import { notifications } from './notifications.ts';
import { privacy } from './privacy.ts';
import { programme } from './programme.ts';
import { registration } from './registration.ts';
import { web } from './web.ts';

/**
 * The functions of each room. Each room has a stack of its own. `changes` comes last, because it feeds the queues that
 * the functions of other rooms read.
 */
export const rooms: Readonly<Record<string, readonly Capability[]>> = {
  registration,
  matching,
  borders,
  notifications,
  directory,
  programme,
  privacy,
  web,
  changes,
};
