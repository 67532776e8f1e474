import { hash, timingSafeEqual } from 'node:crypto';
import { DOOR_HEADER } from '../../../shared/contracts/door-header.ts';
import { environment, settings } from '../../platform/environment.ts';
import { functionSecret } from '../../platform/secrets/function-secret.ts';
import type { ReadSecret } from '../../platform/secrets/kept-secret.ts';
import type { LambdaEvent } from './lambda-event.ts';

/** Tells whether a request came through CloudFront. */
export type Door = (event: Pick<LambdaEvent, 'headers'>) => Promise<boolean>;

const digest = (text: string): Buffer => hash('sha256', text, 'buffer');

/**
 * Compares the header that CloudFront sets with the valid values of the secret, in constant time.
 * @param read reads the values, and throws if they cannot be read: nobody is let in then
 */
export const doorWith =
  (read: ReadSecret): Door =>
  async ({ headers }) => {
    const shown = headers[DOOR_HEADER];
    if (shown === undefined) return false;
    const given = digest(shown);
    return (await read()).map((value) => timingSafeEqual(digest(value), given)).includes(true);
  };

/** The door of every function that answers requests. */
export const functionDoor = (): Door =>
  doorWith(functionSecret(environment({ DOOR_SECRET_ARN: settings.DOOR_SECRET_ARN }).DOOR_SECRET_ARN));
