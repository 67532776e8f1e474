import { type RowDescription, rowsOfKind, type RowsOfKind } from './rows-of-kind.ts';
import type { Change, Guard, Key } from './table.ts';

interface Versioned {
  readonly version: number;
}

interface NounDescription<Noun> extends Omit<RowDescription<Noun>, 'attribute'> {
  readonly key: (noun: Noun) => Key;
  /** Returns the list of the index that contains the entity, and its position there; undefined if it is in no list. */
  readonly list: (noun: Noun) => { readonly pk: string; readonly sk: string } | undefined;
  /** Returns further attributes of the row, for streams to filter on. */
  readonly marks?: (noun: Noun) => Readonly<Record<string, boolean>>;
}

export interface NounRows<Noun> extends RowsOfKind<Noun> {
  /**
   * Returns the change that stores the entity if the stored version is still the one that was read. Version 0
   * means that it is not stored yet.
   * @param states states from which the change is allowed; the stored entity must be in one of them
   */
  readonly save: (noun: Noun, states?: readonly string[]) => Change;
}

/**
 * Stores entities of one kind as rows and reads them back. A row contains its entity in the attribute `noun`, and
 * each write is guarded by the entity's version.
 */
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
