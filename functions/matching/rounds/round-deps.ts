import type { JudgeContext } from '../../../shared/matching/query/seat-query.ts';
import type { RoundPolicy } from '../../../shared/rounds/round-policy.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Table } from '../../store/table/table.ts';
import type { PublicHash } from './public-hash.ts';

/** Dependencies of the use cases for rounds. */
export interface RoundDeps {
  readonly system: ServiceSystem;
  readonly table: Table;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly policy: RoundPolicy;
  /**
   * Reads the current balance of every pair of organisations: the learners whom one has hosted for the other, minus
   * those hosted in return.
   */
  readonly memory: () => Promise<Pick<JudgeContext, 'balances'>>;
  readonly publicHash: PublicHash;
  /** Version of the service, stored with each plan. */
  readonly version: string;
}
