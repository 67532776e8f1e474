import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Authorise } from '../lambda/authorise.ts';
import { sendJson } from '../network/json-http.ts';
import { type MailEvent, type MailEvents, SIMULATOR_HOST } from './mail-events.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from '../template/resolver.ts';

/** Handles one `SendEmail` call of SES version 2. */
export type SendMail = (caller: string, body: Buffer, response: ServerResponse) => Promise<void>;

/** Schema of a fault that is simulated when the next e-mails are sent. */
export const mailFault = z.strictObject({
  /**
   * `throttle`: the e-mail is refused and may be retried; `lose-answer`: it is accepted, but the connection
   * closes without an answer; `reject`: it is refused for good; `not-verified`: it is refused because the account is in
   * SES's sandbox.
   */
  kind: z.enum(['throttle', 'lose-answer', 'reject', 'not-verified']),
  times: z.int().min(1),
});

export type MailFault = z.infer<typeof mailFault>;

export interface Mail {
  readonly send: SendMail;
  fail(fault: MailFault): void;
}

const sendEmailInput = z.looseObject({
  FromEmailAddress: z.string(),
  ConfigurationSetName: z.string().optional(),
  Destination: z.object({ ToAddresses: z.array(z.string()) }),
  EmailTags: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
});
const sendEmailOutput = z.object({ MessageId: z.string() });

interface Setup {
  readonly template: LocalTemplate;
  readonly inboxUrl: string;
  readonly authorise: Authorise;
  readonly events: MailEvents;
}

const refuse = (response: ServerResponse, status: number, type: string, message: string): void => {
  response.setHeader('x-amzn-errortype', type);
  sendJson(response, status, { message });
};

/** What becomes of an e-mail to an address. */
const fateOf = (to: string): MailEvent['kind'] => {
  if (!to.endsWith(SIMULATOR_HOST)) return 'delivery';
  if (/^bounce\b/u.test(to)) return 'bounce';
  return /^full\b/u.test(to) ? 'soft-bounce' : 'delivery';
};

/** Emulates SES with the template's identity and configuration set, delivering to the local inbox. */
export const sesEndpoint = ({ template, inboxUrl, authorise, events }: Setup): Mail => {
  const names = (type: string, property: string): readonly string[] =>
    template.all(type, z.looseObject({ [property]: z.string() })).map(({ id }) => template.ref(id));
  const identities = names('AWS::SES::EmailIdentity', 'EmailIdentity');
  const configurationSets = names('AWS::SES::ConfigurationSet', 'Name');
  const faults: MailFault['kind'][] = [];
  const arn = (rest: string) => `arn:aws:ses:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${rest}`;

  const send: SendMail = async (caller, body, response) => {
    const mail = sendEmailInput.parse(JSON.parse(body.toString()));
    const domain = /@([^\s>]+)>?$/.exec(mail.FromEmailAddress)?.[1] ?? '';
    const set = mail.ConfigurationSetName;
    const refusal = authorise(
      caller,
      [`identity/${domain}`, ...(set === undefined ? [] : [`configuration-set/${set}`])].map((rest) => ({
        action: 'ses:SendEmail',
        resource: arn(rest),
      })),
      'code',
    );
    if (refusal !== undefined) {
      refuse(response, 403, 'AccessDeniedException', refusal);
      return;
    }
    if (!identities.includes(domain)) {
      refuse(response, 400, 'MessageRejected', `Email address is not verified: ${domain}`);
      return;
    }
    if (set !== undefined && !configurationSets.includes(set)) {
      refuse(response, 404, 'NotFoundException', `Configuration set <${set}> does not exist.`);
      return;
    }

    const fault = faults.shift();
    if (fault === 'throttle') {
      refuse(response, 429, 'TooManyRequestsException', 'Maximum sending rate exceeded.');
      return;
    }
    if (fault === 'reject') {
      refuse(response, 400, 'MessageRejected', 'Email refused.');
      return;
    }
    if (fault === 'not-verified') {
      refuse(
        response,
        400,
        'MessageRejected',
        `Email address is not verified. The following identities failed the check in region ${LOCAL_REGION.toUpperCase()}: ${mail.Destination.ToAddresses.join(', ')}`,
      );
      return;
    }
    const answer = await fetch(new URL('/v2/email/outbound-emails', inboxUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'AWS local' },
      body: new Uint8Array(body),
    });
    const text = await answer.text();
    if (answer.ok) {
      const { MessageId } = sendEmailOutput.parse(JSON.parse(text));
      const tags = Object.fromEntries(mail.EmailTags.map(({ Name, Value }) => [Name, [Value]]));
      events.accepted(MessageId, { configurationSet: set, tags });
      for (const to of mail.Destination.ToAddresses)
        events.emit({
          kind: fateOf(to),
          messageId: MessageId,
          to,
        });
    }
    if (fault === 'lose-answer') {
      response.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(text);
  };
  return {
    send,
    fail: ({ kind, times }) => {
      faults.push(...Array.from({ length: times }, () => kind));
    },
  };
};
