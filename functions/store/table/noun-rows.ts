import { type RowDescription, rowsOfKind, type RowsOfKind } from './rows-of-kind.ts';
import type { Change, Guard, Key } from './table.ts';

interface Versioned {
  readonly version: number;
}

interface NounDescription<Noun> extends Omit<RowDescription<Noun>, 'attribute'> {
  readonly key: (noun: Noun) => Key;
  /** The list of the index that the noun is filed in, and its place there; undefined when in none. */
  readonly list: (noun: Noun) => { readonly pk: string; readonly sk: string } | undefined;
  /** Attributes beside the noun that streams filter on. */
  readonly marks?: (noun: Noun) => Readonly<Record<string, boolean>>;
}

export interface NounRows<Noun> extends RowsOfKind<Noun> {
  /**
   * The change that stores `noun` over the version that was read (version 0: not stored yet).
   * @param states allowed states of the stored row: the sources of the move
   */
  readonly save: (noun: Noun, states?: readonly string[]) => Change;
}

/** How a noun becomes a row and is read back: under the attribute `noun`, guarded by its version. */
export const nounRows = <Noun extends Versioned>({
  key,
  list,
  marks,
  ...description
}: NounDescription<Noun>): NounRows<Noun> => {
  const rows = rowsOfKind<Noun>({ ...description, attribute: 'noun' });
  return {
    ...rows,
    save: (noun, states) => {
      const stored = { ...noun, version: noun.version + 1 };
      const filed = list(stored);
      const when: Guard =
        noun.version === 0
          ? { is: 'absent' }
          : { is: 'at', version: noun.version, ...(states === undefined ? {} : { states }) };
      return rows.put(
        { ...key(stored), ...(filed === undefined ? {} : { listPk: filed.pk, listSk: filed.sk }) },
        stored,
        when,
        {
          version: stored.version,
          ...('state' in stored && typeof stored.state === 'string' ? { state: stored.state } : {}),
          ...marks?.(stored),
        },
      );
    },
  };
};
