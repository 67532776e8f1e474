import type { Mailer, OutgoingMail } from '../../functions/notifications/outbox/mailer.ts';
import { addressHash } from '../../functions/platform/hash.ts';
import { emailTag } from '../../functions/notifications/outbox/email-tag.ts';
import type { LinkKind } from '../../shared/notifications/link.ts';
import { type Actor, type Engine, Fault } from './engine.ts';

/** A link in a received e-mail. */
export interface ReceivedLink {
  readonly kind: LinkKind | 'offers';
  readonly token: string;
  readonly emailId: string;
  /** Address to which the e-mail was sent. */
  readonly to: string;
}

/**
 * Reasons why a sender cannot know that its e-mail has been accepted. The sender is then allowed to send the e-mail
 * again.
 */
export type Doubt = 'answer-lost' | 'died' | 'mark-failed';

/**
 * An e-mail that the mail system has accepted, with the facts that decide whether its sender is allowed to send it
 * again.
 */
interface Taken {
  readonly actor: Actor;
  readonly faultsThen: number;
  /** Whether the mail system's reply was lost. */
  answerLost: boolean;
  /** Whether its sender has recorded the e-mail as sent. */
  marked: boolean;
  /**
   * The reason why the sender could not know that this e-mail had been accepted; `none` if it could know. Set when the
   * sender goes on to another e-mail.
   */
  settled?: Doubt | 'none';
}

export interface QueuedEvent {
  readonly messageId: string;
  readonly body: string;
}

/** The probabilities of faults in the mail system. */
export interface MailFaults {
  readonly throttle: number;
  readonly refuse: number;
  readonly lostAnswer: number;
}

const LINK =
  /\/(confirm|manage|status|capacity|offers|feedback|unsubscribe|support|lead|vouch|organisation)\/([\w-]{43})/gu;

/**
 * The mail system with all inboxes. It accepts e-mails, rejects them, or accepts them and does not reply, and reports
 * delivery events in any order.
 */
export const mailSystem = (
  engine: Pick<Engine, 'now' | 'instant' | 'call'>,
  {
    bounces,
    ignores,
  }: {
    readonly bounces: (address: string) => boolean;
    /** Whether nobody opens the e-mails to an address. */
    readonly ignores: (address: string) => boolean;
  },
) => {
  const taken = new Map<string, Taken[]>();
  const refused = new Set<string>();
  /** Ids of e-mails that were accepted first and rejected later. */
  const rejected = new Set<string>();
  /** E-mails that bounced permanently or caused a complaint, each with its recipient's address. */
  const bounced = new Map<string, string>();
  const complained = new Map<string, string>();
  const links: ReceivedLink[] = [];
  const byKind = new Map<ReceivedLink['kind'], ReceivedLink[]>();
  const events: QueuedEvent[] = [];
  let faults: MailFaults = { throttle: 0, refuse: 0, lostAnswer: 0 };
  let down = false;
  let number = 0;
  let duplicates = 0;
  const lastOf = new Map<Actor, Taken>();
  const doubts = { 'answer-lost': 0, died: 0, 'mark-failed': 0 };
  /** Addresses whose mailbox does not exist any more. */
  const gone = new Set<string>();
  /** Addresses whose mailbox is full, with the time until which it is. */
  const full = new Map<string, number>();
  let onTaken: (mail: OutgoingMail, actor: Actor) => void = () => undefined;

  /**
   * Returns the reason why the sender of an accepted e-mail is allowed to send it again; undefined if it is not. A
   * sender that has recorded the e-mail as sent has no reason. Faults that occur after the sender has gone on to its
   * next e-mail do not count.
   */
  const doubtOf = ({ actor, faultsThen, marked, answerLost, settled }: Taken): Doubt | undefined => {
    if (marked) return undefined;
    if (settled !== undefined) return settled === 'none' ? undefined : settled;
    if (answerLost) return 'answer-lost';
    if (actor.faults === faultsThen) return undefined;
    return actor.dead ? 'died' : 'mark-failed';
  };
  /**
   * Stores the result of `doubtOf` for a sender's last e-mail when the sender goes on to the next, because later faults
   * do not concern that last e-mail.
   */
  const goesOn = (actor: Actor): void => {
    const last = lastOf.get(actor);
    if (last !== undefined) last.settled = doubtOf(last) ?? 'none';
    lastOf.delete(actor);
  };

  const eventOf = (eventType: string, mail: OutgoingMail, messageId: string, more: object): string =>
    JSON.stringify({
      detail: {
        eventType,
        mail: {
          messageId,
          timestamp: engine.instant(),
          tags: { emailId: [emailTag({ emailId: mail.emailId })], address: [addressHash(mail.to)] },
        },
        ...more,
      },
    });

  const tell = (mail: OutgoingMail, messageId: string, { dice }: Actor): void => {
    const timestamp = engine.instant();
    const roll = dice.roll();
    const event = (type: string, more: object = {}): string => eventOf(type, mail, messageId, more);
    const bounce = (bounceType: string): string => {
      if (bounceType === 'Permanent') bounced.set(mail.emailId, mail.to);
      return event('Bounce', { bounce: { timestamp, bounceType } });
    };
    const complaint = (): string => {
      complained.set(mail.emailId, mail.to);
      return event('Complaint', { complaint: { timestamp } });
    };
    const reject = (): string => {
      rejected.add(mail.emailId);
      return event('Reject');
    };
    const delivery = (): string => event('Delivery', { delivery: { timestamp } });
    // Leaves out the recipient's address, as in production: the e-mail's tags contain a hash of it instead.
    const said =
      bounces(mail.to) || gone.has(mail.to) || roll < 0.004
        ? [bounce('Permanent')]
        : (full.get(mail.to) ?? 0) > engine.now
          ? [bounce('Transient')]
          : roll < 0.007
            ? [reject()]
            : roll < 0.03
              ? [bounce('Transient')]
              : roll > 0.995
                ? [delivery(), complaint()]
                : [delivery()];
    for (const body of said)
      for (let copies = dice.happens(0.15) ? 2 : 1; copies > 0; copies -= 1) {
        number += 1;
        // Inserts the event at a random position, because events may arrive in any order.
        events.splice(dice.below(events.length + 1), 0, { messageId: `event-${String(number)}`, body });
      }
  };

  const isRead = (address: string): boolean => !gone.has(address) && !ignores(address);

  const take = (mail: OutgoingMail, actor: Actor): string => {
    const before = taken.get(mail.emailId) ?? [];
    const known = before.at(-1);
    if (known !== undefined) {
      duplicates += 1;
      const doubt = doubtOf(known);
      if (doubt !== undefined) doubts[doubt] += 1;
    }
    const one: Taken = { actor, faultsThen: actor.faults, answerLost: false, marked: false };
    taken.set(mail.emailId, [...before, one]);
    lastOf.set(actor, one);
    const messageId = `ses-${String((number += 1))}`;
    onTaken(mail, actor);
    for (const [, kind, token] of isRead(mail.to) ? mail.text.matchAll(LINK) : []) {
      const link = {
        kind: kind as ReceivedLink['kind'],
        token: token ?? '',
        emailId: mail.emailId,
        to: mail.to,
      };
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
        goesOn(actor);
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
          const last = lastOf.get(actor);
          if (last !== undefined) last.answerLost = true;
          return Promise.reject(new Fault('no answer in time'));
        }
        return Promise.resolve({ sent: true as const, messageId });
      }),
  });

  return {
    taken,
    refused,
    rejected,
    bounced,
    complained,
    /** Number of duplicates for each reason. */
    doubts,
    goesOn,
    links,
    linksOf: (kind: ReceivedLink['kind']): readonly ReceivedLink[] => byKind.get(kind) ?? [],
    events,
    mailerFor,
    /** Records that an e-mail was marked as sent. */
    noted: (emailId: string, by: number): void => {
      for (const one of taken.get(emailId) ?? []) if (one.actor.number === by) one.marked = true;
    },
    /**
     * Whether every repetition of the e-mail was allowed, because its sender could not know that the e-mail had been
     * accepted.
     */
    allInDoubt: (emailId: string): boolean =>
      (taken.get(emailId) ?? []).slice(0, -1).every((one) => doubtOf(one) !== undefined),
    /** Number of accepted e-mails that were never recorded as sent. */
    get unmarked() {
      return [...taken.values()].flat().filter((one) => doubtOf(one) !== undefined).length;
    },
    get duplicates() {
      return duplicates;
    },
    /** Closes a mailbox for good, or opens it again. */
    setGone: (address: string, isGone: boolean) => {
      if (isGone) gone.add(address);
      else gone.delete(address);
    },
    /** Fills a mailbox, so that its e-mails come back until then. */
    setFull: (address: string, until: number) => {
      full.set(address, until);
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
