import { environment, settings } from '../platform/environment.ts';

/** The base URL of the service. Only functions that answer with pages have this setting. */
export const siteUrl = environment({ SITE_URL: settings.SITE_URL }).SITE_URL;
