import type { EmailName } from '../../shared/notifications/email.ts';
import type { Offer } from '../../shared/offers/offer.ts';
import type { Committed } from './ledger.ts';

type Tell = (what: string) => void;

/** Messages that may be sent although no record changes, such as requested links and digests. */
const alone: readonly EmailName[] = [
  'practitioner-manage-link',
  'requester-status-link',
  'practitioner-address-confirm',
  'requester-address-confirm',
  'practitioner-already-registered',
  'lead-support-asked',
  'lead-named',
  'practitioner-new-address-confirm',
  'requester-new-address-confirm',
  'requester-asked-again',
  'team-asked-twice',
];

/** States of which one e-mail tells the practitioner, also about offers that were taken back. */
const tellsAtOnce: readonly string[] = ['withdrawn', 'suspended', 'refused', 'unlisted'];

/** Whether the e-mail of a live offer has come back for now. */
const isUndelivered = (offer: Offer): boolean =>
  offer.state === 'pending' && offer.notDeliveredSince !== undefined;

/** Lists the messages that a commit must contain because of the changes that it makes. */
const owed = ({ offers, matches, requests, practitioners }: Committed): readonly string[] => [
  ...offers.flatMap(({ before, after }) => {
    if (before === undefined) return [`practitioner-offer-made.${after.id}`];
    if (before.state === 'pending' && isUndelivered(after) && !isUndelivered(before))
      return [`team-offer-not-delivered.${after.id}.`];
    if (before.state === after.state) return [];
    const left = practitioners.some(
      ({ after: one }) => one.id === after.practitionerId && tellsAtOnce.includes(one.state),
    );
    if (after.state === 'lapsed') {
      const silence = practitioners.find(({ after: one }) => one.id === after.practitionerId)?.after.silence;
      return [
        `practitioner-offer-lapsed.${after.id}`,
        `requester-offer-declined.${after.id}.`,
        ...(silence?.lapses === 2 ? [`practitioner-silent-check-in.${after.id}`] : []),
      ];
    }
    if (after.state === 'withdrawn')
      return [
        // The address of a practitioner who cannot be reached takes no e-mails.
        ...(left || after.takenBack === 'dpp-unreachable'
          ? []
          : [`practitioner-offer-withdrawn.${after.id}`]),
        ...(after.takenBack === undefined ? [] : [`requester-offer-taken-back.${after.id}`]),
      ];
    if (after.state === 'declined')
      return after.declineReason === 'conflict'
        ? [`team-conflict-declared.${after.id}`]
        : [`requester-offer-declined.${after.id}.`];
    return [];
  }),
  ...matches.flatMap(({ before, after }) => {
    if (before === undefined)
      return [`practitioner-match-agreed.${after.id}`, `requester-match-agreed.${after.id}`];
    if (before.state === after.state) return [];
    if (after.state === 'undone') return [`requester-match-undone.${after.id}`];
    return after.state === 'completed'
      ? [`practitioner-feedback-asked.${after.id}`, `requester-feedback-asked.${after.id}`]
      : [];
  }),
  ...requests.flatMap(({ before, after }) => {
    if (before === undefined) return [`requester-address-confirm.${after.id}`];
    if (['unconfirmed', 'waiting-for-support'].includes(before.state) && after.state === 'open')
      return [`requester-request-open.${after.id}`];
    if (after.state === before.state) return [];
    if (after.state === 'paused') return [`requester-request-paused.${after.id}.`];
    if (before.state === 'paused' && after.state === 'open')
      return [`requester-request-resumed.${after.id}.`];
    if (after.state === 'waiting-for-support') return [`requester-support-awaited.${after.id}`];
    if (after.state === 'refused' && before.confirmedAt !== undefined)
      return [`requester-request-refused.${after.id}`];
    if (after.state === 'withdrawn') return [`requester-request-withdrawn.${after.id}`];
    return after.state === 'lapsed'
      ? [`requester-deadline-passed.${after.id}`, `team-deadline-passed.${after.id}`]
      : [];
  }),
  ...practitioners.flatMap(({ before, after }) => {
    if (before === undefined) return [`practitioner-address-confirm.${after.id}`];
    if (before.unreachableSince === undefined && after.unreachableSince !== undefined)
      return [`team-practitioner-unreachable.${after.id}.`];
    if (before.state === after.state) return [];
    if (before.state === 'unconfirmed' && ['awaiting-check', 'listed'].includes(after.state))
      return [
        `practitioner-registration-received.${after.id}`,
        `team-${after.claimsNumberOf === undefined ? 'check-wanted' : 'number-claimed'}.${after.id}`,
      ];
    if (['awaiting-check', 'awaiting-proof'].includes(before.state) && after.state === 'listed')
      return [`practitioner-checked-and-listed.${after.id}`];
    if (after.state === 'awaiting-proof') return [`practitioner-waiting-for-proof.${after.id}`];
    if (after.state === 'suspended') return [`practitioner-suspended.${after.id}`];
    return after.state === 'stale' ? [`practitioner-listing-hidden.${after.id}.`] : [];
  }),
];

/**
 * Checks that each message in a commit has its cause in the same commit, that each cause has all its messages
 * there, and that no message is ever queued twice.
 */
export const causeChecks = (tell: Tell) => {
  const told = new Set<string>();
  return (commit: Committed): void => {
    const fresh = commit.emails.filter(({ before }) => before === undefined).map(({ after }) => after);
    const others = commit.changes.filter((change) => change.do === 'put' && change.row['kind'] !== 'email');
    for (const { id, name, about, createdAt } of fresh) {
      if (others.length === 0 && name !== 'team-address-bounced' && !alone.includes(name))
        tell(`e-mail ${id} was committed without a cause`);
      // Compares messages by content and not by id: the same message under another id is a repetition too.
      const cause = name.startsWith('digest-')
        ? `${name} ${JSON.stringify(about)}`
        : `${name} ${JSON.stringify(about)} ${createdAt}`;
      const once = [
        'practitioner-offer-made',
        'practitioner-offer-reminder',
        'practitioner-match-agreed',
        'requester-match-agreed',
      ];
      // An offer that came back is sent again, each time as the next attempt.
      const key = once.includes(name)
        ? `${name} ${about.matchId ?? about.offerId ?? ''} ${about.occasion ?? ''}`
        : cause;
      if (!alone.includes(name) && name !== 'team-address-bounced' && told.has(key))
        tell(`${key} is told twice`);
      told.add(key);
    }
    for (const wanted of owed(commit))
      if (
        !fresh.some(
          ({ id }) =>
            id === wanted || (wanted.endsWith('.') ? id.startsWith(wanted) : id.startsWith(`${wanted}.`)),
        )
      )
        tell(`${wanted} is owed and not in the commit`);
  };
};
