import { csvRows } from '../../kernel/csv-rows.ts';
import type { SystemFile } from '../system-file.ts';
import { mistake, repeated } from './check-report.ts';
import { columnMistakes } from './check-columns.ts';

const FILE = 'aliases.csv';

export const aliasColumns = ['alias', 'ods_code_or_chain', 'target_kind', 'confidence'] as const;

/** Finds mistakes in the aliases of a system: what people type, and the organisation or owner that they mean. */
export const aliasMistakes = (text: string, organisations: string, { board }: SystemFile): string[] => {
  const columns = columnMistakes(FILE, text, aliasColumns);
  if (columns.length > 0) return columns;
  const parentOf = new Map(
    csvRows(organisations).map((row) => [row['ods_code'] ?? '', row['parent_ods'] ?? '']),
  );
  const owners = new Set(parentOf.values());
  const rows = csvRows(text).map((row, index) => ({
    alias: row['alias'] ?? '',
    code: row['ods_code_or_chain'] ?? '',
    kind: row['target_kind'] ?? '',
    confidence: row['confidence'] ?? '',
    label: `row ${index + 2} (${row['alias'] ?? ''})`,
  }));
  return [
    ...repeated(rows, ({ alias }) => alias).map(({ label }) =>
      mistake(FILE, label, 'is there twice: an alias has one meaning'),
    ),
    ...rows.flatMap(({ alias, code, kind, confidence, label }) => {
      const [, owner] = /^owned-by:(.+)$/u.exec(kind) ?? [];
      if (alias.trim() === '') return [mistake(FILE, label, 'has no alias')];
      if (!['high', 'medium', 'low'].includes(confidence)) {
        return [mistake(FILE, label, `its confidence “${confidence}” is not one of high, medium, low`)];
      }
      if (kind === 'chain') {
        return owners.has(code) ? [] : [mistake(FILE, label, `no organisation has the owner ${code}`)];
      }
      if (kind !== 'organisation' && owner === undefined) {
        return [
          mistake(FILE, label, `its target_kind “${kind}” is not one of organisation, chain, owned-by:CODE`),
        ];
      }
      const parent = parentOf.get(code);
      if (parent === undefined && code !== board.ods) {
        return [mistake(FILE, label, `no organisation has the code ${code}`)];
      }
      return owner === undefined || owner === parent
        ? []
        : [mistake(FILE, label, `${code} is owned by ${parent ?? ''}, not by ${owner}`)];
    }),
  ];
};
