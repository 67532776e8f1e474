import type { Change, Row, Table } from '../../../functions/store/table/table.ts';

/** A fault that is planted between the use cases of two neighbouring systems and their table. */
export interface BorderPlant {
  /** @param what name of the running function */
  readonly table?: (table: Table, what: string) => Table;
  /** Each system takes the other's agreement for granted. */
  readonly ignoresAgreement?: true;
}

type Noun = Readonly<Record<string, unknown>>;
const nounOf = (row: Row): Noun => row['noun'] as Noun;

const withoutEnd = ({ endedAt, ...noun }: Noun): Noun => noun;

const committing = (table: Table, change: (all: readonly Change[]) => readonly Change[]): Table => ({
  ...table,
  commit: (changes, key) => table.commit(change(changes), key),
});

const puts = (change: Change, kind: string): change is Extract<Change, { do: 'put' }> =>
  change.do === 'put' && change.row['kind'] === kind;

export const borderPlants = [
  {
    name: 'place-lent-twice',
    words: 'a place is lent without checking whether the DPP has changed',
    noticedAs: /is lent and its place is free/u,
    ofBorders: {
      table: (table) =>
        committing(table, (changes) =>
          changes.map((change) =>
            puts(change, 'practitioner') && change.when.is === 'at'
              ? { ...change, when: { is: 'present' } }
              : change,
          ),
        ),
    },
  },
  {
    name: 'border-without-agreement',
    words: 'a system offers a neighbour’s places though one of them has not agreed',
    noticedAs: /without an agreement/u,
    ofBorders: { ignoresAgreement: true },
  },
  {
    name: 'ledger-on-one-side',
    words: 'the lending system does not learn what became of a loan',
    noticedAs: /is lent in .* and .* in/u,
    ofBorders: {
      table: (table, what) =>
        !what.startsWith('share ')
          ? table
          : committing(table, (changes) => {
              const loans = changes.filter((change) => puts(change, 'loan'));
              const isEnd = loans.some((change) => nounOf(change.row)['state'] !== 'lent');
              return isEnd
                ? changes.filter(
                    (change) =>
                      !(
                        puts(change, 'loan') &&
                        change.row.pk.startsWith(`${String(nounOf(change.row)['lender'])}|`)
                      ),
                  )
                : changes;
            }),
    },
  },
  {
    name: 'lent-place-kept',
    words: 'a loan ends and its place is not given back',
    noticedAs: /its place is kept/u,
    ofBorders: {
      table: (table, what) =>
        !what.startsWith('share ')
          ? table
          : committing(table, (changes) =>
              changes.some((change) => puts(change, 'loan') && nounOf(change.row)['state'] === 'returned')
                ? changes.filter((change) => !puts(change, 'practitioner'))
                : changes,
            ),
    },
  },
  {
    name: 'copy-outlives-the-dpp',
    words: 'nobody ends the copy of a DPP who paused, left or was erased',
    noticedAs: /their copy is not/u,
    ofBorders: {
      table: (table, what) =>
        !what.startsWith('share ')
          ? table
          : {
              ...table,
              get: async (wanted) =>
                (await table.get(wanted)).map((row) =>
                  row['kind'] === 'practitioner' && nounOf(row)['guest'] === undefined
                    ? { ...row, noun: { ...nounOf(row), state: 'listed' } }
                    : row,
                ),
            },
    },
  },
  {
    name: 'undone-learner-counted',
    words: 'the ledger counts a learner whose DPP undid the acceptance',
    noticedAs: /whose DPP undid the acceptance/u,
    ofBorders: {
      table: (table, what) =>
        !what.startsWith('share ')
          ? table
          : {
              ...table,
              get: async (wanted) =>
                (await table.get(wanted)).map((row) =>
                  row['kind'] === 'match' && nounOf(row)['state'] === 'undone'
                    ? { ...row, noun: { ...withoutEnd(nounOf(row)), state: 'agreed' } }
                    : row,
                ),
            },
    },
  },
] as const satisfies readonly {
  readonly name: string;
  readonly words: string;
  readonly noticedAs: RegExp;
  readonly ofBorders: BorderPlant;
}[];
