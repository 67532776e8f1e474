import { publishSupply } from '../../functions/directory/publish/publish-supply.ts';
import type { Objects } from '../../functions/platform/objects/objects.ts';
import type { Table } from '../../functions/store/table/table.ts';
import type { JudgeContext } from '../../shared/matching/query/seat-query.ts';
import { kentAndMedway } from './kent-and-medway.ts';
import { noContext } from './no-context.ts';

interface Given {
  readonly table: Table;
  readonly objects: Objects;
  readonly now: () => string;
  readonly memory?: () => Promise<JudgeContext>;
}

export const SYSTEM_ID = kentAndMedway.id;

/** Makes the builder of one system's files. Its ids are counted up. */
export const aPublisher = ({ table, objects, now, memory = () => Promise.resolve(noContext) }: Given) => {
  let ids = 0;
  return publishSupply({
    table,
    objects,
    memory,
    system: kentAndMedway,
    siteUrl: 'https://dpp.example',
    clock: { now },
    chance: { id: () => `build${String((ids += 1))}x${Math.random().toString(36).slice(2, 8)}` },
    log: { event: () => undefined },
  });
};
