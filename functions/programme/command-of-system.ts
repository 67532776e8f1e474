import * as z from 'zod';
import type { FunctionSystem } from '../store/function-system.ts';
import type { FunctionSystems } from '../store/function-systems.ts';
import type { Outcome } from './outcome.ts';

/** An event of the command line: a command, and the system that it is for. */
const addressed = z.looseObject({ system: z.string().optional() });

/**
 * Hands a command to the system that it names. A command that names none is for the deployment's first system.
 *
 * @returns the outcome of the command, or the refusal `system-unknown`
 */
export const commandOfSystem =
  (
    systems: FunctionSystems,
    programmeOf: (functionSystem: FunctionSystem) => (command: unknown) => Promise<Outcome>,
  ) =>
  async (event: unknown): Promise<Outcome> => {
    const { system, ...command } = addressed.parse(event);
    const found = system === undefined ? (await systems.all())[0] : await systems.find(system);
    return found === undefined ? { ok: false, refusal: 'system-unknown' } : programmeOf(found)(command);
  };
