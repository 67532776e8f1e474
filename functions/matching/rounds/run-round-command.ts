import type { FieldError } from '../../../shared/kernel/field-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import { confirmRound, type ConfirmRefusal } from './confirm-round.ts';
import { endRound, revealRound } from './end-round.ts';
import { gatherRound } from './gather-round.ts';
import { readManyNouns } from '../../store/read-many-nouns.ts';
import { planRound } from './plan-round.ts';
import { replayRound } from './replay-round.ts';
import type { RoundCommand } from './round-command.ts';
import type { RoundDeps } from './round-deps.ts';
import { roundHeader } from './round-header.ts';
import { showRound } from './show-round.ts';

type Outcome =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly refusal: string; readonly errors?: readonly FieldError[] };

/** Advice beside refusals that time alone mends. */
const advice: Readonly<Record<string, string>> = {
  'round-hash-not-public': 'the hash of its seed becomes public within a minute: run this command again then',
};

const told = <Value>(
  result: Result<Value, string>,
  view: (value: Value) => unknown = (value) => value,
): Outcome => {
  if (result.ok) return { ok: true, data: view(result.value) };
  const message = advice[result.refusal];
  return {
    ok: false,
    refusal: result.refusal,
    ...(message === undefined ? {} : { errors: [{ field: 'The round', message }] }),
  };
};

/** Says, with names, what has changed since the plan was made, so that the team can decide whether to plan again. */
const whyNotConfirmed = async (table: RoundDeps['table'], refusal: ConfirmRefusal): Promise<Outcome> => {
  if (typeof refusal === 'string') return { ok: false, refusal };
  const { requests, practitioners } = await readManyNouns(table, {
    requests: refusal.doesNotFit.map(({ requestId }) => requestId),
    practitioners: refusal.doesNotFit.map(({ practitionerId }) => practitionerId),
  });
  return {
    ok: false,
    refusal: 'round-does-not-fit',
    errors: refusal.doesNotFit.map(({ requestId, practitionerId, changed }) => {
      const request = requests.get(requestId);
      const learner = request?.learnerName ?? request?.requesterName ?? requestId;
      return {
        field: `${learner} with ${practitioners.get(practitionerId)?.name ?? practitionerId}`,
        message: changed,
      };
    }),
  };
};

/**
 * Runs the programme team's commands for rounds. Each call is short; for a longer task, the command line makes
 * several calls.
 */
export const runRoundCommand = (deps: RoundDeps) => {
  const gather = gatherRound(deps);
  const plan = planRound(deps);
  const confirm = confirmRound(deps);
  const show = showRound(deps);
  const replay = replayRound(deps);
  const end = endRound(deps);
  const reveal = revealRound(deps);
  const header = (round: Round) => ({ round: roundHeader(round) });

  return async (command: RoundCommand): Promise<Outcome> => {
    switch (command.command) {
      case 'round-list':
        return { ok: true, data: (await roundRepository(deps.table).all()).map(roundHeader) };
      case 'round-policy':
        return { ok: true, data: deps.policy };
      case 'round-gather':
        return told(await gather(command, command.by), header);
      case 'round-snapshot':
        return told(await plan.snapshot(command.id, command.by), header);
      case 'round-solve':
        return told(await plan.solve(command.id, command.by), header);
      case 'round-show':
        return command.learner === undefined
          ? told(await show.team(command.id))
          : told(await show.learner(command.id, command.learner));
      case 'round-why-not':
        return told(await replay.whyNot(command.id, command.learner, command.practitioner));
      case 'round-confirm': {
        const confirmed = await confirm(command.id, command.by, command.from);
        return confirmed.ok
          ? { ok: true, data: { ...confirmed.value, round: roundHeader(confirmed.value.round) } }
          : whyNotConfirmed(deps.table, confirmed.refusal);
      }
      case 'round-end':
        return told(await end(command.id, command.by), header);
      case 'round-reveal':
        return told(await reveal(command.id, command.by), header);
      case 'round-replay':
        return told(await replay.under(command.id, command.policy));
    }
  };
};
