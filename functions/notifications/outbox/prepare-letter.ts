import type { Email, EmailName, WaitingEmail } from '../../../shared/notifications/email.ts';
import { type Link, linkDays, type LinkKind, linkPaths } from '../../../shared/notifications/link.ts';
import { addHours, type Instant } from '../../../shared/kernel/time.ts';
import type { OutgoingMail } from './mailer.ts';
import type { Held } from '../../store/repositories/suppression-repository.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Change } from '../../store/table/table.ts';
import type { MintedLink } from './mint-link.ts';
import { type Addresses, recipientAddress } from './recipient-address.ts';
import type { Facts } from '../email/facts.ts';
import type { Message, PreparedMessage, WantedLink } from '../email/message.ts';
import { renderMail } from '../email/render-mail.ts';
import { sendable } from '../../../shared/notifications/email-moves.ts';
import { suppressionKeysOf, unsubscribeLink } from '../unsubscribe/unsubscribe-link.ts';

/**
 * An e-mail, and the changes that make its links work. Commit these changes together with the lease of the outbox
 * row.
 */
interface Letter {
  readonly mail: OutgoingMail;
  readonly links: readonly Change[];
}

export type Preparation =
  | { readonly is: 'letter'; readonly email: WaitingEmail; readonly letter: Letter }
  | { readonly is: 'without-cause' | 'suppressed'; readonly email: WaitingEmail }
  | { readonly is: 'later' | 'busy' | 'done' };

interface PrepareDeps {
  readonly loadFacts: (email: Email, now: Instant) => Promise<Facts>;
  readonly messageNamed: (name: EmailName) => Promise<Message>;
  /** Reads which messages to an address are suppressed; undefined if none are. */
  readonly suppressed: (address: string) => Promise<Held | undefined>;
  /**
   * Creates a token for a link, and the change that stores its hash.
   * @param guest the DPP of a neighbouring system to whom the message is sent
   */
  readonly mint: (link: Link, guest: Practitioner['guest']) => MintedLink;
  readonly siteUrl: string;
  readonly replyTo: string;
  readonly addresses: Addresses;
}

/** Prepares the e-mail of an outbox row from the current state of everything it depends on. Writes nothing. */
export const letterWriter = (deps: PrepareDeps) => {
  const minted = (links: readonly WantedLink[], { now, practitioner }: Facts) =>
    links.map((link) => {
      const { kind } = link;
      const expiresAt = addHours(now, 24 * linkDays[kind]);
      const {
        token,
        change,
        siteUrl = deps.siteUrl,
      } = deps.mint({ ...link, expiresAt }, practitioner?.guest);
      return { kind, url: `${siteUrl}${linkPaths[kind]}/${token}`, change };
    });

  const write = (prepared: PreparedMessage, facts: Facts, to: string): Letter => {
    const stop = prepared.canBeStopped ? [unsubscribeLink(prepared.to, facts)] : [];
    const links = minted([...prepared.links, ...stop], facts);
    const urlOf = (kind: LinkKind): string => {
      const link = links.find((one) => one.kind === kind);
      if (link === undefined)
        throw new Error(`${facts.email.name} uses a link that it does not ask for: ${kind}`);
      return link.url;
    };
    const unsubscribeUrl = prepared.canBeStopped ? urlOf('unsubscribe') : undefined;
    const frame = { system: facts.system, siteUrl: deps.siteUrl, unsubscribeUrl };
    const rendered = renderMail(prepared.compose(urlOf), frame);
    return {
      mail: {
        ...rendered,
        to,
        replyTo: deps.replyTo,
        emailId: facts.email.id,
        ...(unsubscribeUrl === undefined ? {} : { unsubscribeUrl }),
      },
      links: links.map(({ change }) => change),
    };
  };

  return async (row: Email | undefined, now: Instant): Promise<Preparation> => {
    if (row === undefined) return { is: 'done' };
    const ready = sendable(row, now);
    if (!ready.ok) return { is: ready.refusal };
    const email = ready.value;

    const facts = await deps.loadFacts(email, now);
    const message = await deps.messageNamed(email.name);
    const prepared = message.prepare(facts);
    const to = prepared === undefined ? undefined : recipientAddress(prepared.to, facts, deps.addresses);
    if (prepared === undefined || to === undefined) return { is: 'without-cause', email };

    const held = await Promise.all(suppressionKeysOf(prepared.to, to, facts).map(deps.suppressed));
    if (held.includes('everything') || (held.includes('nudges') && prepared.canBeStopped))
      return { is: 'suppressed', email };
    return { is: 'letter', email, letter: write(prepared, facts, to) };
  };
};
