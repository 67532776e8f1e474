/** A rendered message, ready to hand over. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo: string;
  /** RFC 8058 one-click unsubscribe, where the message is not transactional. */
  readonly unsubscribeUrl?: string;
  /** The outbox row's id: comes back in delivery events. */
  readonly emailId: string;
}

/** The way out. Throttling and time-outs are thrown (try again); a permanent refusal is a value. */
export interface Mailer {
  send(
    mail: OutgoingMail,
  ): Promise<
    { readonly sent: true; readonly messageId: string } | { readonly sent: false; readonly refused: string }
  >;
}
