/** A rendered message, ready to be sent. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo: string;
  /** URL for RFC 8058 one-click unsubscribe; absent for transactional messages. */
  readonly unsubscribeUrl?: string;
  /** The outbox row's id, returned in delivery events. */
  readonly emailId: string;
}

/**
 * The answer of the mail system. `refused`: it will never take this message. `waits`: it takes no message to or from
 * this address until somebody has changed its settings.
 */
export type MailAnswer =
  | { readonly sent: true; readonly messageId: string }
  | { readonly sent: false; readonly refused: string }
  | { readonly sent: false; readonly waits: 'not-verified' };

/** Sends e-mails. Throws for throttling and timeouts, so that the caller tries again. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<MailAnswer>;
}
