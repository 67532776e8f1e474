import * as z from 'zod';
import { environment, settings } from '../platform/environment.ts';

/** Settings of the two functions that send e-mails. */
export const sendingEnvironment = (variables: Readonly<Record<string, string | undefined>> = process.env) =>
  environment(
    {
      MAIL_FROM: settings.MAIL_FROM,
      CONFIGURATION_SET: settings.CONFIGURATION_SET,
      /** Maximum e-mails per hour for the whole service; 0 stops all e-mails. */
      EMAILS_AN_HOUR: z.coerce.number().int().min(0).default(500),
    },
    variables,
  );
