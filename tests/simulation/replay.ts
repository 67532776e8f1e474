import type { Change } from '../../functions/store/table/table.ts';
import { causeChecks } from './causes.ts';
import type { Committed, Step } from './ledger.ts';
import { checkMoves } from './moves.ts';

/** A commit as it was reported. The order of the reports may differ from the order of the commits. */
export interface Heard {
  readonly changes: readonly Change[];
  readonly at: number;
  readonly by: string;
}

interface Noun {
  readonly id: string;
  readonly version: number;
}

const kinds = ['practitioner', 'request', 'offer', 'match', 'email', 'round'] as const;

/**
 * Puts concurrent commits in order by the versions that they wrote. Then checks that each version of a record was
 * written exactly once, that no version is missing, and that an allowed move leads to each version from the one before.
 */
export const replay = (heard: readonly Heard[], tell: (what: string) => void): void => {
  const versions = new Map<string, unknown>();
  const nameOf = (kind: string, { id, version }: Noun): string => `${kind} ${id} ${String(version)}`;
  const puts = ({ changes }: Heard, kind: string): readonly Noun[] =>
    changes.flatMap((change) =>
      change.do === 'put' && change.row['kind'] === kind ? [change.row['noun'] as Noun] : [],
    );
  for (const commit of heard)
    for (const kind of kinds)
      for (const noun of puts(commit, kind)) {
        const name = nameOf(kind, noun);
        if (versions.has(name)) tell(`${name} was written twice`);
        versions.set(name, noun);
      }
  const steps = <After>(commit: Heard, kind: string): readonly Step<After>[] =>
    puts(commit, kind).map((after) => {
      const before = versions.get(nameOf(kind, { id: after.id, version: after.version - 1 }));
      if (after.version > 1 && before === undefined) tell(`nobody wrote what ${nameOf(kind, after)} follows`);
      return { before: before as After | undefined, after: after as After };
    });
  const checkCauses = causeChecks(tell);
  for (const commit of heard) {
    const committed: Committed = {
      ...commit,
      practitioners: steps(commit, 'practitioner'),
      requests: steps(commit, 'request'),
      offers: steps(commit, 'offer'),
      matches: steps(commit, 'match'),
      emails: steps(commit, 'email'),
      rounds: steps(commit, 'round'),
    };
    checkMoves(committed, tell);
    checkCauses(committed);
  }
};
