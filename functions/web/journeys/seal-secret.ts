import { environment, settings } from '../../platform/environment.ts';

/** Reads the secret that encrypts a form's answers so far. Only functions with question pages have it. */
export const sealSecret = (): string => environment({ SEAL_SECRET: settings.SEAL_SECRET }).SEAL_SECRET;
