import type { Mailer, OutgoingMail } from '../../functions/platform/mail/mailer.ts';
import { emailTag } from '../../functions/platform/mail/email-tag.ts';
import type { LinkKind } from '../../shared/domain/link.ts';
import { type Actor, type Engine, Fault } from './engine.ts';

/** A link as it stands in a mail that somebody received. */
export interface ReceivedLink {
  readonly kind: LinkKind | 'offers';
  readonly token: string;
  readonly emailId: string;
}

/** A mail that the mail system took, and why it may be taken once more. */
interface Taken {
  readonly actor: Actor;
  readonly faultsThen: number;
  /** Its sender has noted that it went out. */
  marked: boolean;
}

export interface QueuedEvent {
  readonly messageId: string;
  readonly body: string;
}

/** What goes wrong with mail, as shares of 1. */
export interface MailFaults {
  readonly throttle: number;
  readonly refuse: number;
  readonly lostAnswer: number;
}

const LINK = /\/(confirm|manage|status|capacity|offers|feedback|unsubscribe)\/([\w-]{43})/gu;

/** The mail system and everybody's inbox: takes, refuses, times out after it took, and tells of it later in any order. */
export const mailSystem = (
  engine: Pick<Engine, 'instant' | 'call'>,
  { bounces }: { readonly bounces: (address: string) => boolean },
) => {
  const taken = new Map<string, Taken[]>();
  const refused = new Set<string>();
  const rejected = new Set<string>();
  const links: ReceivedLink[] = [];
  const byKind = new Map<ReceivedLink['kind'], ReceivedLink[]>();
  const events: QueuedEvent[] = [];
  let faults: MailFaults = { throttle: 0, refuse: 0, lostAnswer: 0 };
  let down = false;
  let number = 0;
  let duplicates = 0;
  let onTaken: (mail: OutgoingMail, actor: Actor) => void = () => undefined;

  const inDoubt = ({ actor, faultsThen, marked }: Taken): boolean => !marked && actor.faults > faultsThen;

  const eventOf = (eventType: string, mail: OutgoingMail, messageId: string, more: object): string =>
    JSON.stringify({
      detail: {
        eventType,
        mail: { messageId, timestamp: engine.instant(), tags: { emailId: [emailTag(mail.emailId)] } },
        ...more,
      },
    });

  const tell = (mail: OutgoingMail, messageId: string, { dice }: Actor): void => {
    const timestamp = engine.instant();
    const recipients = [{ emailAddress: mail.to }];
    const roll = dice.roll();
    const said =
      bounces(mail.to) || roll < 0.004
        ? [
            eventOf('Bounce', mail, messageId, {
              bounce: { timestamp, bounceType: 'Permanent', bouncedRecipients: recipients },
            }),
          ]
        : roll < 0.03
          ? [
              eventOf('Bounce', mail, messageId, {
                bounce: { timestamp, bounceType: 'Transient', bouncedRecipients: recipients },
              }),
            ]
          : [
              eventOf('Delivery', mail, messageId, { delivery: { timestamp, recipients: [mail.to] } }),
              ...(roll > 0.995
                ? [
                    eventOf('Complaint', mail, messageId, {
                      complaint: { timestamp, complainedRecipients: recipients },
                    }),
                  ]
                : []),
            ];
    for (const body of said)
      for (let copies = dice.happens(0.15) ? 2 : 1; copies > 0; copies -= 1) {
        number += 1;
        // Anywhere among those that wait: no order is promised.
        events.splice(dice.below(events.length + 1), 0, { messageId: `event-${String(number)}`, body });
      }
  };

  const take = (mail: OutgoingMail, actor: Actor): string => {
    const before = taken.get(mail.emailId) ?? [];
    if (before.length > 0) duplicates += 1;
    taken.set(mail.emailId, [...before, { actor, faultsThen: actor.faults, marked: false }]);
    const messageId = `ses-${String((number += 1))}`;
    onTaken(mail, actor);
    for (const [, kind, token] of mail.text.matchAll(LINK)) {
      const link = { kind: kind as ReceivedLink['kind'], token: token ?? '', emailId: mail.emailId };
      links.push(link);
      const alike = byKind.get(link.kind);
      if (alike === undefined) byKind.set(link.kind, [link]);
      else alike.push(link);
    }
    tell(mail, messageId, actor);
    return messageId;
  };

  const mailerFor = (actor: Actor): Mailer => ({
    send: (mail) =>
      engine.call(actor, () => {
        if (down || actor.dice.happens(faults.throttle)) {
          actor.faults += 1;
          return Promise.reject(new Fault('too many mails'));
        }
        if (actor.dice.happens(faults.refuse)) {
          refused.add(mail.emailId);
          return Promise.resolve({ sent: false as const, refused: 'message-rejected' });
        }
        const messageId = take(mail, actor);
        if (actor.dice.happens(faults.lostAnswer)) {
          actor.faults += 1;
          return Promise.reject(new Fault('no answer in time'));
        }
        return Promise.resolve({ sent: true as const, messageId });
      }),
  });

  return {
    taken,
    refused,
    rejected,
    links,
    linksOf: (kind: ReceivedLink['kind']): readonly ReceivedLink[] => byKind.get(kind) ?? [],
    events,
    mailerFor,
    /** Somebody has noted that a mail went out. */
    noted: (emailId: string, by: number): void => {
      for (const one of taken.get(emailId) ?? []) if (one.actor.number === by) one.marked = true;
    },
    /** Whether each hand-over before the last one left its sender in doubt. */
    allInDoubt: (emailId: string): boolean => (taken.get(emailId) ?? []).slice(0, -1).every(inDoubt),
    /** Hand-overs whose sender never noted them. */
    get doubts() {
      return [...taken.values()].flat().filter((one) => inDoubt(one)).length;
    },
    get duplicates() {
      return duplicates;
    },
    setFaults: (next: MailFaults) => {
      faults = next;
    },
    setDown: (next: boolean) => {
      down = next;
    },
    watch: (watcher: typeof onTaken) => {
      onTaken = watcher;
    },
  };
};

export type MailSystem = ReturnType<typeof mailSystem>;
