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

/** Sends e-mails. Returns a permanent refusal. Throws for throttling and timeouts, so that the caller tries again. */
export interface Mailer {
  send(
    mail: OutgoingMail,
  ): Promise<
    { readonly sent: true; readonly messageId: string } | { readonly sent: false; readonly refused: string }
  >;
}
