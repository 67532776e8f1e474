import type { Setting, TableUse } from './capability.ts';

/** The figures that a schedule counts for each system. */
export const figures = '*/figures/';
export const reading = ['get', 'read-list'] as const satisfies readonly TableUse[];
export const changing = ['get', 'put'] as const satisfies readonly TableUse[];
export const looking = ['get', 'read-list', 'put'] as const satisfies readonly TableUse[];
/**
 * Includes `count`, because the number of new links is limited, and every page that opens from a link offers
 * to send a new one.
 */
export const registering = ['get', 'put', 'count'] as const satisfies readonly TableUse[];
export const sending = [
  'MAIL_FROM',
  'CONFIGURATION_SET',
  'EMAILS_AN_HOUR',
] as const satisfies readonly Setting[];
export const sweeping = { everyMinutes: 5 };
