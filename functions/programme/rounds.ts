import * as z from 'zod';
import { fieldErrorsOf } from '../../shared/kernel/field-errors.ts';
import { roundCommands } from '../matching/rounds/round-command.ts';
import type { runRoundCommand } from '../matching/rounds/run-round-command.ts';
import type { Outcome } from './outcome.ts';

const commandSchema = z.discriminatedUnion('command', roundCommands);

/**
 * The programme team's commands for rounds. They are a function of their own because planning and matching are most
 * of its code, and the other commands need neither. Permission to invoke this function allows all of them.
 */
export const rounds =
  (run: ReturnType<typeof runRoundCommand>) =>
  async (event: unknown): Promise<Outcome> => {
    const command = commandSchema.safeParse(event);
    return command.success
      ? run(command.data)
      : { ok: false, refusal: 'command-not-understood', errors: fieldErrorsOf(command.error) };
  };
