import { environment, settings } from '../platform/environment.ts';

/** The service's own address; only functions of this room that answer pages have this setting. */
export const siteUrl = environment({ SITE_URL: settings.SITE_URL }).SITE_URL;
