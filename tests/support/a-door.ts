import { doorWith } from '../../functions/web/http/door.ts';
import { DOOR_HEADER } from '../../shared/contracts/door-header.ts';

const VALUE = 'the-value-that-cloudfront-sends-in-tests';

/** Headers of a request that came through CloudFront. */
export const throughTheDoor: Readonly<Record<string, string>> = { [DOOR_HEADER]: VALUE };

/** The door that opens for `throughTheDoor`. */
export const aDoor = doorWith(() => Promise.resolve([VALUE]));
