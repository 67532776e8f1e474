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

/** Every function of the service. */
export const capabilities: readonly Capability[] = [
  ...registration,
  ...matching,
  ...borders,
  ...notifications,
  ...directory,
  ...programme,
  ...privacy,
  ...web,
  ...changes,
];
