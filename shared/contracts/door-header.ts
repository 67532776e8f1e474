/**
 * Header with which CloudFront shows functions that a request came through it. Its value is a secret, which CloudFront
 * sets in place of anything that a caller sends under this name.
 */
export const DOOR_HEADER = 'x-dpp-door';
