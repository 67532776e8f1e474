import type { EmailName } from '../../../shared/notifications/email.ts';
import type { Link, LinkKind } from '../../../shared/notifications/link.ts';
import type { Composed } from './block.ts';
import type { Facts } from './facts.ts';

/** Whose address a message goes to. `place-lead`: of the digest's place, the team where nobody is named. */
export type Recipient = 'practitioner' | 'requester' | 'team' | 'organisation-lead' | 'place-lead';

/** A link that the message will carry; the sender gives it a token and the time until which it works. */
export type WantedLink = Omit<Link, 'expiresAt'>;

type Noun = 'practitioner' | 'request' | 'seat' | 'offer' | 'match' | 'organisation' | 'digest';
type FactsWith<Needed extends Noun> = Facts & Required<Pick<Facts, Needed>>;

/** The address of the wanted link of a kind. */
export type UrlOf = (kind: LinkKind) => string;

/** What the writer of one message says about it. */
interface MessageSpec<Needed extends Noun> {
  readonly name: EmailName;
  readonly to: Recipient;
  /** Nudges and digests can be stopped with one press; what somebody has to know cannot. */
  readonly canBeStopped?: boolean;
  /** Without these the message has nothing to be about, and is not sent. */
  readonly needs: readonly Needed[];
  /** Whether the cause still holds at the moment of sending. */
  readonly stillTrue: (facts: FactsWith<Needed>) => boolean;
  readonly links?: (facts: FactsWith<Needed>) => readonly WantedLink[];
  readonly compose: (facts: FactsWith<Needed>, url: UrlOf) => Composed;
}

/** A message that is to be sent: whom to, with which links, and how it reads once they have their addresses. */
export interface PreparedMessage {
  readonly to: Recipient;
  readonly canBeStopped: boolean;
  readonly links: readonly WantedLink[];
  readonly compose: (url: UrlOf) => Composed;
}

export interface Message {
  readonly name: EmailName;
  readonly to: Recipient;
  readonly canBeStopped: boolean;
  /** The facts as they stand → what to send, or undefined when there is no longer a reason to. */
  readonly prepare: (facts: Facts) => PreparedMessage | undefined;
}

const holds = <Needed extends Noun>(facts: Facts, needs: readonly Needed[]): facts is FactsWith<Needed> =>
  needs.every((noun) => facts[noun] !== undefined);

/** One message, made ready for the sender. */
export const message = <Needed extends Noun>(spec: MessageSpec<Needed>): Message => {
  const { name, to, canBeStopped = false } = spec;
  return {
    name,
    to,
    canBeStopped,
    prepare: (facts) =>
      holds(facts, spec.needs) && spec.stillTrue(facts)
        ? {
            to,
            canBeStopped,
            links: spec.links?.(facts) ?? [],
            compose: (url) => spec.compose(facts, url),
          }
        : undefined,
  };
};
