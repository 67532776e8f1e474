import { environment, settings } from '../platform/environment.ts';

/** Our own address: only the functions of this room that answer pages have it. */
export const siteUrl = environment({ SITE_URL: settings.SITE_URL }).SITE_URL;
