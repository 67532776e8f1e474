import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { unreachablePractitioner } from '../../../shared/people/reach.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { addressHash } from '../../platform/hash.ts';
import { outboxEmail } from '../../store/noun-changes.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { Table } from '../../store/table/table.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { changeStanding } from './change-standing.ts';

/** Why e-mails to an address are not delivered; `suppressed`: for a reason of which this system learns only now. */
type LostBy = 'bounced' | 'complained' | 'suppressed';

/** Returns the ids of the requests whose learners have an offer or a place of a practitioner. */
const touchedBy = async (table: Table, { pendingOffers, commitments }: Practitioner) => {
  const { offers } = await readNouns(table, { offers: pendingOffers.map(({ offerId }) => offerId) });
  const asked = [...offers.values()].map(({ requestId }) => requestId);
  return [...new Set([...asked, ...commitments.map(({ requestId }) => requestId)])];
};

/**
 * Marks a DPP whose address takes no e-mails as unreachable. In the same commit, takes back their live offers, so that
 * the next DPP is asked, and tells the team once. Agreed learners go on. Idempotent.
 * @param fingerprints hashes of the addresses that failed; an address that the DPP had before does not count
 */
export const losePractitioner =
  ({ table, chance }: WriteDeps) =>
  async (id: string, fingerprints: readonly string[], by: LostBy, now: Instant): Promise<void> => {
    const isReached = ({ unreachableSince, email }: Practitioner): boolean =>
      unreachableSince === undefined && fingerprints.includes(addressHash(email));
    const outcome = await changeStanding({ table, chance })<never>(
      id,
      {
        actor: 'mail-system',
        action: 'practitioner-unreachable',
        facts: { by },
        move: (practitioner) => accepted(unreachablePractitioner(practitioner, now)),
        isDone: (practitioner) => practitioner.state === 'withdrawn' || !isReached(practitioner),
        takenBack: 'dpp-unreachable',
        alongside: async (before) => {
          const requestIds = await touchedBy(table, before);
          const about = { practitionerId: id, requestIds, occasion: by };
          return [outboxEmail(table, 'team-practitioner-unreachable', `${id}.${now}`, about, now)];
        },
      },
      now,
    );
    if (!outcome.ok && outcome.refusal === 'busy') throw new Error('repeated write conflicts');
  };
