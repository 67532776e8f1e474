import type { FieldError } from '../../shared/kernel/field-error.ts';
import { fieldErrorsOf } from '../../shared/kernel/field-errors.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { londonDay } from '../../shared/kernel/time.ts';
import type { Clock } from '../platform/clock.ts';
import type { requestMoreEvidence } from './checks/request-more-evidence.ts';
import type { clearConflict } from './flags/clear-conflict.ts';
import type { settleMention } from './flags/settle-mention.ts';
import type { identifyCertain } from './organisations/identify-certain.ts';
import type { identifyOrganisation } from './organisations/identify-organisation.ts';
import type { listOrganisations } from './organisations/list-organisations.ts';
import { type Command, commandSchema } from './team-command.ts';
import type { listChecks } from './checks/list-checks.ts';
import type { listBorders } from './borders/list-borders.ts';
import type { listFlags } from './flags/list-flags.ts';
import type { recordCheck } from './checks/record-check.ts';
import type { runRoundCommand } from '../matching/rounds/run-round-command.ts';

interface Deps {
  readonly clock: Clock;
  readonly listChecks: ReturnType<typeof listChecks>;
  readonly listBorders: ReturnType<typeof listBorders>;
  readonly listFlags: ReturnType<typeof listFlags>;
  readonly recordCheck: ReturnType<typeof recordCheck>;
  readonly askForMore: ReturnType<typeof requestMoreEvidence>;
  readonly clearConflict: ReturnType<typeof clearConflict>;
  readonly settleMention: ReturnType<typeof settleMention>;
  readonly listOrganisations: ReturnType<typeof listOrganisations>;
  readonly identifyCertain: ReturnType<typeof identifyCertain>;
  readonly identifyOrganisation: ReturnType<typeof identifyOrganisation>;
  readonly rounds: ReturnType<typeof runRoundCommand>;
}

/** The reply to the command line: data to print, or a refusal. */
export type Outcome =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly refusal: string; readonly errors?: readonly FieldError[] };

const outcomeOf = <Value extends { readonly id: string; readonly state: string }>(
  result: Result<Value, string>,
): Outcome =>
  result.ok
    ? { ok: true, data: { id: result.value.id, state: result.value.state } }
    : { ok: false, refusal: result.refusal };

/** The programme team's commands. Permission to invoke this function allows all of them. */
export const programme = (deps: Deps) => {
  const run = async (command: Command): Promise<Outcome> => {
    switch (command.command) {
      case 'list':
        return { ok: true, data: await deps.listChecks(londonDay(deps.clock.now())) };
      case 'borders':
        return { ok: true, data: await deps.listBorders() };
      case 'flags':
        return { ok: true, data: await deps.listFlags() };
      case 'check':
        return outcomeOf(await deps.recordCheck(command.id, command.by, command.seen));
      case 'needs-more':
        return outcomeOf(await deps.askForMore(command.id, command.by, command.why));
      case 'clear-conflict':
        return outcomeOf(await deps.clearConflict(command.id, command.by, command.why));
      case 'settle-mention': {
        const { id, by, text, instead } = command;
        const settled = await deps.settleMention({ id, by, text, instead });
        return settled.ok ? { ok: true, data: settled.value } : { ok: false, refusal: settled.refusal };
      }
      case 'organisations':
        return { ok: true, data: await deps.listOrganisations() };
      case 'identify-certain':
        return { ok: true, data: await deps.identifyCertain(command.by) };
      case 'identify': {
        const { id, by, as } = command;
        const identified = await deps.identifyOrganisation({ id, by, as });
        return identified.ok
          ? { ok: true, data: identified.value }
          : { ok: false, refusal: identified.refusal };
      }
      default:
        return deps.rounds(command);
    }
  };

  return async (event: unknown): Promise<Outcome> => {
    const command = commandSchema.safeParse(event);
    return command.success
      ? run(command.data)
      : { ok: false, refusal: 'command-not-understood', errors: fieldErrorsOf(command.error) };
  };
};
