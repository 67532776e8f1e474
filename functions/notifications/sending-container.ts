import { functionMailer } from './outbox/ses-mailer.ts';
import { container } from './container.ts';
import { factsLoader } from './email/facts.ts';
import { messages } from './email/messages/catalogue.ts';
import { sendingEnvironment } from './env.ts';
import { letterWriter } from './outbox/prepare-letter.ts';
import { emailSender } from './outbox/send-email.ts';

const env = sendingEnvironment();

/** Dependencies shared by the stream's function and the sweep, so that both send in the same way. */
export const sendingContainer = {
  ...container,
  send: emailSender({
    ...container,
    mailer: functionMailer({ from: env.MAIL_FROM, configurationSet: env.CONFIGURATION_SET }),
    anHour: env.EMAILS_AN_HOUR,
    prepare: letterWriter({
      loadFacts: factsLoader(container.table),
      messages,
      suppressed: (address) => container.suppressions.held(address),
      mint: (link) => {
        const token = container.chance.token();
        return { token, change: container.links.mint(link, token) };
      },
      siteUrl: env.SITE_URL,
      replyTo: env.MAIL_REPLY_TO,
      addresses: { team: env.TEAM_EMAIL, placeLeads: env.PLACE_LEADS },
    }),
  }),
};
