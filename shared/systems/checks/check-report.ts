/** The texts of a system's folder by file name. */
export type FolderTexts = Readonly<Partial<Record<string, string>>>;

/** What is known around a system: the boards of England, and the other systems of the deployment. */
export interface Surroundings {
  /** Names of boards by their code. */
  readonly boards: ReadonlyMap<string, string>;
  readonly others: readonly {
    readonly id: string;
    readonly board: string;
    readonly places: readonly string[];
    /** The system's places that touch others, as in its file. */
    readonly touches: Readonly<Record<string, readonly string[]>>;
    readonly outcodes: readonly string[];
    /** Outcodes that the system shares with another board. */
    readonly split: readonly string[];
  }[];
}

/** Writes one mistake as a line: "system.json, outcode AB1: …". */
export const mistake = (file: string, row: string, words: string): string =>
  row === '' ? `${file}: ${words}` : `${file}, ${row}: ${words}`;

/** Lists what is possible, shortened after eight. */
export const choices = (words: readonly string[]): string =>
  words.length <= 8 ? words.join(', ') : `${words.slice(0, 8).join(', ')} … (${words.length})`;

/** Returns the elements whose key occurred before. Elements with an empty key are left out. */
export const repeated = <Row>(rows: readonly Row[], key: (row: Row) => string): readonly Row[] => {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const own = key(row).toLowerCase();
    const again = own !== '' && seen.has(own);
    seen.add(own);
    return again;
  });
};

/** Tells whether a code is of the made-up kind, which belongs to no register. */
export const isInvented = (code: string): boolean => code.startsWith('ZZ');
