import type { CurrentMatch, EndReason } from '../../../shared/matches/match.ts';
import { takeBack } from '../../../shared/offers/take-back.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { takesOffers } from '../../../shared/people/standing.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { TakenBackReason } from '../../../shared/requests/taken-back.ts';
import {
  type Actor,
  type AuditFacts,
  auditRow,
  type TeamWords,
  teamWordsRow,
} from '../../store/audit-row.ts';
import {
  aboutMatch,
  aboutOffer,
  ledgerChanges,
  nounChanges,
  outboxEmail,
  requestAudit,
} from '../../store/noun-changes.ts';
import { practitionerRows } from '../../store/table/rows/practitioner-rows.ts';
import type { Change } from '../../store/table/table.ts';
import { unfiledBy } from '../../store/table/unfiled.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { readTied, type Tied } from './release-practitioner.ts';

/** A change of a listing that may end what matching does with it. */
export interface StandingChange<Refused> {
  readonly actor: Actor;
  /** Entity and event, for the audit: "practitioner-suspended". */
  readonly action: string;
  readonly facts?: AuditFacts;
  /** The words of the team, if it decided. */
  readonly words?: TeamWords;
  readonly move: (practitioner: Practitioner, now: Instant) => Result<Practitioner, Refused>;
  /** Whether the listing already has this change; if so, nothing is written. Makes the change idempotent. */
  readonly isDone?: (practitioner: Practitioner) => boolean;
  /** Chooses the matches that end with the change; none if it is omitted. */
  readonly ends?: (matches: readonly CurrentMatch[]) => Result<readonly CurrentMatch[], Refused>;
  readonly endReason?: EndReason;
  readonly takenBack?: TakenBackReason;
  /** Whether the practitioner gets an e-mail for each offer, because no other e-mail tells them. */
  readonly tellsOffers?: boolean;
  /** Reads further changes for the commit, such as the release of claims. */
  readonly alongside?: (before: Practitioner) => Promise<readonly Change[]>;
  readonly also?: (before: Practitioner, after: Practitioner) => readonly Change[];
}

/** The changed practitioner, and what the change did to offers and learners. */
export interface Stood {
  readonly practitioner: Practitioner;
  readonly offersTakenBack: number;
  readonly learnersEnded: number;
  readonly learnersStaying: number;
}

interface Facts extends Tied {
  readonly besides: readonly Change[];
}

/**
 * Changes a listing. If matching asks the practitioner no more afterwards, takes back the live offers in the same commit,
 * so that the next DPP is asked, and tells each learner. Ends the matches that the change names.
 */
export const changeStanding =
  ({ table, chance }: WriteDeps) =>
  <Refused extends string>(
    id: string,
    change: StandingChange<Refused>,
    now: Instant,
  ): Promise<Result<Stood, Refused | 'unknown-practitioner' | 'busy'>> =>
    decideAndCommit<Facts | undefined, Stood, Refused | 'unknown-practitioner'>({
      table,
      read: async () => {
        const tied = await readTied(table, id);
        return tied && { ...tied, besides: (await change.alongside?.(tied.practitioner)) ?? [] };
      },
      decide: (tied) => {
        if (tied === undefined) return refused('unknown-practitioner');
        const { practitioner: before } = tied;
        const unchanged = {
          practitioner: before,
          offersTakenBack: 0,
          learnersEnded: 0,
          learnersStaying: tied.matches.length,
        };
        if (change.isDone?.(before) === true) return accepted({ value: unchanged, changes: [] });
        const ends = change.ends?.(tied.matches) ?? accepted([]);
        if (!ends.ok) return ends;
        const moved = change.move(before, now);
        if (!moved.ok) return moved;
        const offers = takesOffers(moved.value, londonDay(now)) ? [] : tied.offers;
        const released = takeBack(
          moved.value,
          { offers, matches: ends.value, requests: tied.requests },
          { offers: change.takenBack ?? 'dpp-not-available', matches: change.endReason ?? 'dpp-left' },
          now,
        );
        const { practitioner: after, requests, matches, reopened } = released;
        const counts = {
          offersTakenBack: released.offers.length,
          learnersEnded: matches.length,
          learnersStaying: tied.matches.length - matches.length,
        };
        const noted = { chance, now, actor: change.actor };
        const audited = chance.id();
        return accepted({
          value: { practitioner: after, ...counts },
          changes: [
            ...nounChanges(table, { practitioners: [after], requests, offers: released.offers, matches }),
            ...unfiledBy(practitionerRows.save(before), practitionerRows.save(after)),
            ...ledgerChanges(table, matches),
            ...released.offers.flatMap((offer) => [
              outboxEmail(table, 'requester-offer-taken-back', offer.id, aboutOffer(offer), now),
              ...(change.tellsOffers === true
                ? [outboxEmail(table, 'practitioner-offer-withdrawn', offer.id, aboutOffer(offer), now)]
                : []),
              requestAudit(noted, offer.requestId, 'offer-withdrawn', { offer: offer.id }),
            ]),
            ...reopened.map((match) =>
              outboxEmail(table, 'requester-seat-reopened', match.id, aboutMatch(match), now),
            ),
            ...matches.map((match) =>
              requestAudit(noted, match.requestId, 'match-ended-early', { match: match.id }),
            ),
            ...tied.besides,
            ...(change.also?.(before, after) ?? []),
            auditRow(`practitioner#${id}`, now, audited, change.actor, change.action, {
              ...change.facts,
              ...(counts.offersTakenBack + counts.learnersEnded === 0
                ? {}
                : { offers: counts.offersTakenBack, learners: counts.learnersEnded }),
            }),
            ...(change.words === undefined
              ? []
              : [teamWordsRow(`practitioner#${id}`, now, audited, change.words)]),
          ],
        });
      },
    });
