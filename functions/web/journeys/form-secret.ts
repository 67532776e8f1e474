import { environment, settings } from '../../platform/environment.ts';

/** Reads the secret that encrypts a form's answers so far. Only functions with question pages have it. */
export const formSecret = (): string => environment({ FORM_SECRET: settings.FORM_SECRET }).FORM_SECRET;
