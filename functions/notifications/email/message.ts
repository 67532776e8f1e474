import type { Link, LinkKind } from '../../../shared/notifications/link.ts';
import type { Composed } from './block.ts';
import type { Facts } from './facts.ts';

/**
 * The recipient of a message. `new-address`: the address that the requester or DPP wants to use. `request-lead`: the
 * prescribing lead whom the request names. `named-person`: somebody named for an organisation.
 * `named-in-listing`: somebody whom a DPP names, by the hash of their address. `place-lead`: the lead of
 * the digest's place, or the team if it has none.
 */
export type Recipient =
  | 'practitioner'
  | 'requester'
  | 'new-address'
  | 'request-lead'
  | 'named-person'
  | 'named-in-listing'
  | 'team'
  | 'organisation-lead'
  | 'place-lead';

/** A link that a message needs; the sender adds a token and an expiry date. */
export type WantedLink = Omit<Link, 'expiresAt'>;

type Noun =
  | 'practitioner'
  | 'request'
  | 'otherRequest'
  | 'otherPractitioner'
  | 'storedRequest'
  | 'seat'
  | 'offer'
  | 'match'
  | 'organisation'
  | 'person'
  | 'vouch'
  | 'digest';
type FactsWith<Needed extends Noun> = Facts & Required<Pick<Facts, Needed>>;

/** URL of the message's link of this kind. */
export type UrlOf = (kind: LinkKind) => string;

/** Definition of one message. */
interface MessageSpec<Needed extends Noun> {
  readonly to: Recipient;
  /**
   * Whether the recipient can unsubscribe. True for nudges and digests only; transactional messages cannot be
   * stopped.
   */
  readonly canBeStopped?: boolean;
  /** The records that the message needs; it is not sent if any of them is missing. */
  readonly needs: readonly Needed[];
  /** Whether the reason for the message still holds when it is sent. */
  readonly stillTrue: (facts: FactsWith<Needed>) => boolean;
  readonly links?: (facts: FactsWith<Needed>) => readonly WantedLink[];
  readonly compose: (facts: FactsWith<Needed>, url: UrlOf) => Composed;
}

/** A message prepared from facts. `compose` makes its content once the links have URLs. */
export interface PreparedMessage {
  readonly to: Recipient;
  readonly canBeStopped: boolean;
  readonly links: readonly WantedLink[];
  readonly compose: (url: UrlOf) => Composed;
}

export interface Message {
  readonly to: Recipient;
  readonly canBeStopped: boolean;
  /** Prepares the message from current facts; undefined if there is no longer a reason to send it. */
  readonly prepare: (facts: Facts) => PreparedMessage | undefined;
}

const holds = <Needed extends Noun>(facts: Facts, needs: readonly Needed[]): facts is FactsWith<Needed> =>
  needs.every((noun) => facts[noun] !== undefined);

/** Turns a definition into a message. */
export const message = <Needed extends Noun>(spec: MessageSpec<Needed>): Message => {
  const { to, canBeStopped = false } = spec;
  return {
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
