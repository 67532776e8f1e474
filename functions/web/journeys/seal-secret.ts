import { environment, settings } from '../../platform/environment.ts';

/** The secret that signs and hides answers on their way; only functions with question pages have it. */
export const sealSecret = (): string => environment({ SEAL_SECRET: settings.SEAL_SECRET }).SEAL_SECRET;
