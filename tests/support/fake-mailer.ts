import type { Mailer, OutgoingMail } from '../../functions/notifications/outbox/mailer.ts';

type Answer = 'accept' | 'refuse' | 'not-verified' | 'throw' | 'accept-and-time-out';

export interface FakeMailer extends Mailer {
  /** E-mails that reached the mail system, including those for which the reply was lost. */
  readonly handedOver: OutgoingMail[];
  /** Sets how the mail system answers from now on. */
  answers(answer: Answer): void;
}

/** Creates a fake mail system that records e-mails and answers as set by `answers`. */
export const fakeMailer = (): FakeMailer => {
  const handedOver: OutgoingMail[] = [];
  let how: Answer = 'accept';
  return {
    handedOver,
    answers: (answer) => {
      how = answer;
    },
    send: (mail) => {
      if (how === 'throw') return Promise.reject(new Error('Throttling'));
      if (how === 'refuse') return Promise.resolve({ sent: false, refused: 'MessageRejected' });
      if (how === 'not-verified') return Promise.resolve({ sent: false, waits: 'not-verified' });
      handedOver.push(mail);
      return how === 'accept'
        ? Promise.resolve({ sent: true, messageId: `ses-${String(handedOver.length)}` })
        : Promise.reject(new Error('TimeoutError'));
    },
  };
};
