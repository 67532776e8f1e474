import { environment, settings } from '../../platform/environment.ts';
import { functionSecret } from '../../platform/secrets/function-secret.ts';
import type { ReadSecret } from '../../platform/secrets/kept-secret.ts';

/** Reads the secret that encrypts a form's answers so far. Only functions with question pages may read it. */
export const formSecret = (): ReadSecret =>
  functionSecret(environment({ FORM_SECRET_ARN: settings.FORM_SECRET_ARN }).FORM_SECRET_ARN);
