import { type EndReason, isCurrent, type Match } from '../../../shared/matches/match.ts';
import type { Ending } from '../../../shared/matches/ending.ts';
import { completeMatch, endMatchEarly, type MatchNouns } from '../../../shared/matches/match-moves.ts';
import { isSeatIn } from '../../../shared/requests/request.ts';
import { extendMatch, type Side } from '../../../shared/matches/match-feedback.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { type AuditFacts, auditRow, type TeamWords, teamWordsRow } from '../../store/audit-row.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { decideAndCommit, type Decision } from '../../store/unit-of-work.ts';
import { aboutMatch, nounChanges, ledgerChanges, outboxEmail } from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { readNouns } from '../../store/read-nouns.ts';
import { emailsAboutEnding } from './emails-about-ending.ts';

/** One side's answer about the end of a match. */
export type MatchAnswer =
  | { readonly outcome: 'completed' }
  | {
      readonly outcome: 'ended-early';
      readonly reason: EndReason;
      /** Words of the side that ends it. */
      readonly ending?: Ending;
    }
  | { readonly outcome: 'longer'; readonly until: Day };

/** The side that answered, or the member of the programme team who decided for both. */
type EndingSide = Side | `team:${string}`;

interface Occasion {
  readonly side: EndingSide;
  readonly now: string;
  /** The words of the team, if it decided. */
  readonly words?: TeamWords | undefined;
}

export type EndMatchRefusal =
  'match-unknown' | 'match-undone' | 'match-already-ended' | 'not-later' | 'place-taken';

interface Facts extends MatchNouns<'agreed' | 'started'> {
  readonly others: readonly Match[];
}

/**
 * A match with its request and practitioner. `nouns` is undefined if the request or the practitioner is erased
 * or unknown.
 */
interface Found {
  readonly match: Match;
  readonly nouns: Omit<Facts, 'match'> | undefined;
}
type Ended = Result<Decision<Match, EndMatchRefusal>, EndMatchRefusal>;

const readFacts = async (table: Table, matchId: string): Promise<Found | undefined> => {
  const match = (await readNouns(table, { matches: [matchId] })).matches.get(matchId);
  if (match === undefined) return undefined;
  const { requests, practitioners } = await readNouns(table, {
    requests: [match.requestId],
    practitioners: [match.practitionerId],
  });
  const request = requests.get(match.requestId);
  const practitioner = practitioners.get(match.practitionerId);
  if (request === undefined || practitioner === undefined) return { match, nouns: undefined };
  const ids = request.seats.filter(isSeatIn('filled')).map((seat) => seat.matchId);
  const others = await readNouns(table, { matches: ids.filter((id) => id !== matchId) });
  return { match, nouns: { request, practitioner, others: [...others.matches.values()] } };
};

/**
 * Completes a match, ends it early or extends it. When a match ends, asks both sides for feedback; when it ends
 * early, its seat becomes vacant. Idempotent: repeating an answer changes nothing.
 */
export const endMatch = ({ table, chance }: WriteDeps) => {
  const decide = (facts: Facts, answer: MatchAnswer, { side, now, words }: Occasion): Ended => {
    const noted = (action: string, more: AuditFacts = {}): readonly Change[] => {
      const subject = `request#${facts.request.id}`;
      const id = chance.id();
      return [
        auditRow(subject, now, id, side, action, { match: facts.match.id, ...more }),
        ...(words === undefined ? [] : [teamWordsRow(subject, now, id, words)]),
      ];
    };
    const about = aboutMatch(facts.match);
    const feedbackAsked = (['practitioner-feedback-asked', 'requester-feedback-asked'] as const).map((name) =>
      outboxEmail(table, name, facts.match.id, about, now),
    );
    switch (answer.outcome) {
      case 'completed': {
        const { match, practitioner, request } = completeMatch(facts, facts.others, now);
        const requests = request === facts.request ? [] : [request];
        return accepted({
          value: match,
          changes: [
            ...nounChanges(table, { matches: [match], practitioners: [practitioner], requests }),
            ...feedbackAsked,
            ...noted('match-completed'),
          ],
        });
      }
      case 'ended-early': {
        const { match, practitioner, request, reopened } = endMatchEarly(
          facts,
          answer.ending ?? answer.reason,
          now,
        );
        return accepted({
          value: match,
          changes: [
            ...nounChanges(table, {
              matches: [match],
              practitioners: [practitioner],
              requests: reopened ? [request] : [],
            }),
            ...ledgerChanges(table, [match]),
            ...(side !== 'practitioner'
              ? [outboxEmail(table, 'practitioner-match-ended', match.id, about, now)]
              : []),
            ...(reopened ? [outboxEmail(table, 'requester-seat-reopened', match.id, about, now)] : []),
            ...feedbackAsked,
            ...emailsAboutEnding(table, facts.request, match, now),
            ...noted('match-ended-early', match.ending === undefined ? {} : { cause: match.ending.cause }),
          ],
        });
      }
      case 'longer': {
        const moved = extendMatch(facts, answer.until);
        if (!moved.ok) return moved;
        const { match, practitioner } = moved.value;
        return accepted({
          value: match,
          changes: [
            ...nounChanges(table, { matches: [match], practitioners: [practitioner] }),
            ...noted('match-extended'),
          ],
        });
      }
    }
  };

  return (
    matchId: string,
    answer: MatchAnswer,
    side: EndingSide,
    now: string,
    words?: TeamWords,
  ): Promise<Result<Match, EndMatchRefusal | 'busy'>> =>
    decideAndCommit<Found | undefined, Match, EndMatchRefusal>({
      table,
      read: () => readFacts(table, matchId),
      decide: (found) => {
        if (found === undefined) return refused('match-unknown');
        const { match, nouns } = found;
        if (match.state === 'undone') return refused('match-undone');
        if (match.state === answer.outcome) return accepted({ value: match, changes: [] });
        if (!isCurrent(match)) return refused('match-already-ended');
        return nouns === undefined
          ? refused('match-unknown')
          : decide({ ...nouns, match }, answer, { side, now, words });
      },
    });
};
