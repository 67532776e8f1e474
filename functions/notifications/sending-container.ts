import { functionMailer } from './outbox/ses-mailer.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { containerOf } from './container.ts';
import { factsLoader } from './email/facts.ts';
import { loadMessage } from './email/messages/load-message.ts';
import { sendingEnvironment } from './env.ts';
import { mailBudget } from './outbox/mail-budget.ts';
import { mintLink } from './outbox/mint-link.ts';
import { letterWriter } from './outbox/prepare-letter.ts';
import { emailSender } from './outbox/send-email.ts';

const env = sendingEnvironment();

/** Makes the dependencies of the stream's function and of the sweep, so that both send in the same way. */
export const sendingContainerOf = (functionSystem: FunctionSystem) => {
  const container = containerOf(functionSystem);
  return {
    ...container,
    send: emailSender({
      ...container,
      mailer: functionMailer({
        systemId: functionSystem.system.id,
        from: env.MAIL_FROM,
        configurationSet: env.CONFIGURATION_SET,
      }),
      budget: mailBudget(container.table, env.EMAILS_AN_HOUR),
      prepare: letterWriter({
        loadFacts: factsLoader(container),
        messageNamed: loadMessage,
        suppressed: (address) => container.suppressions.held(address),
        mint: mintLink(container),
        siteUrl: container.siteUrl,
        replyTo: container.replyTo,
        addresses: { team: container.teamEmail, placeLeads: container.placeLeads },
      }),
    }),
  };
};
