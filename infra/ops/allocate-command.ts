import * as z from 'zod';
import { accepted, refused, type Result } from '../../shared/kernel/result.ts';
import { allocate } from '../../shared/allocation/allocate.ts';
import { allocationSchema, type Allocation } from '../../shared/allocation/allocation.ts';
import { explainPair } from '../../shared/allocation/explain-pair.ts';
import { parseInstance, type Instance } from '../../shared/allocation/instance.ts';
import { buildNetwork } from '../../shared/allocation/network.ts';
import { verify } from '../../shared/allocation/verify.ts';

export interface Outcome {
  /** Exit code. 0: done; 1: the result to verify is wrong; 2: the command or its input is invalid. */
  readonly exit: 0 | 1 | 2;
  readonly out: string;
  readonly err: string;
}

export interface Deps {
  /** Reads a file, or standard input if the name is `-`. A refusal gives the reason in a few words. */
  readonly readText: (name: string) => Promise<Result<string, string>>;
}

type Asked =
  | { readonly to: 'allocate'; readonly file: string }
  | { readonly to: 'verify'; readonly file: string; readonly result: string }
  | {
      readonly to: 'explain';
      readonly file: string;
      readonly learner: string;
      readonly practitioner: string;
    };

const USAGE = 'allocate INSTANCE.json|- [--verify RESULT.json | --explain LEARNER PRACTITIONER]';

const parseCommand = (words: readonly string[]): Asked | null => {
  const flag = words.findIndex((word) => word === '--verify' || word === '--explain');
  const taken = flag < 0 ? 0 : words[flag] === '--verify' ? 2 : 3;
  const [, first, second] = flag < 0 ? [] : words.slice(flag, flag + taken);
  const [file, ...more] = words.filter((_, index) => flag < 0 || index < flag || index >= flag + taken);
  if (file === undefined || more.length > 0 || (file.startsWith('-') && file !== '-')) return null;
  if (flag < 0) return { to: 'allocate', file };
  if (taken === 2) return first === undefined ? null : { to: 'verify', file, result: first };
  if (first === undefined || second === undefined) return null;
  return { to: 'explain', file, learner: first, practitioner: second };
};

const printed = (value: unknown, exit: 0 | 1 = 0): Outcome => ({
  exit,
  out: `${JSON.stringify(value)}\n`,
  err: '',
});

/** Puts an error message on one line, even if it quotes input with line breaks. */
const invalidInput = (trouble: string): Outcome => {
  const line = trouble.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return { exit: 2, out: '', err: `allocate: ${line.length > 400 ? `${line.slice(0, 400)}…` : line}\n` };
};

const readJson = async ({ readText }: Deps, name: string): Promise<Result<unknown, string>> => {
  const text = await readText(name);
  if (!text.ok) return refused(`${name}: ${text.refusal}`);
  if (text.value.trim() === '') return refused(`${name}: is empty`);
  try {
    const value: unknown = JSON.parse(text.value);
    return accepted(value);
  } catch {
    return refused(`${name}: is not JSON`);
  }
};

const readInstance = async (deps: Deps, name: string): Promise<Result<Instance, string>> => {
  const json = await readJson(deps, name);
  if (!json.ok) return json;
  const instance = parseInstance(json.value);
  return instance.ok ? instance : refused(`${instance.refusal.field}: ${instance.refusal.problem}`);
};

const readResult = async (deps: Deps, name: string): Promise<Result<Allocation, string>> => {
  const json = await readJson(deps, name);
  if (!json.ok) return json;
  const result = allocationSchema.safeParse(json.value);
  return result.success
    ? accepted(result.data)
    : refused(`${name}: is not a result: ${z.prettifyError(result.error)}`);
};

const checked = async (deps: Deps, instance: Instance, name: string): Promise<Outcome> => {
  const network = buildNetwork(instance);
  if (!network.ok) return invalidInput(`${network.refusal.field}: ${network.refusal.problem}`);
  const result = await readResult(deps, name);
  if (!result.ok) return invalidInput(result.refusal);
  const problems = verify(instance, result.value);
  return printed({ holds: problems.length === 0, problems }, problems.length === 0 ? 0 : 1);
};

/**
 * Allocates an instance, verifies a result or explains a pair.
 * @returns what to print, and the exit code
 */
export const runAllocate =
  (deps: Deps) =>
  async (words: readonly string[]): Promise<Outcome> => {
    const asked = parseCommand(words);
    if (asked === null) return invalidInput(`usage: ${USAGE}`);
    const instance = await readInstance(deps, asked.file);
    if (!instance.ok) return invalidInput(instance.refusal);
    if (asked.to === 'verify') return checked(deps, instance.value, asked.result);
    const answer =
      asked.to === 'allocate'
        ? allocate(instance.value)
        : explainPair(instance.value, asked.learner, asked.practitioner);
    return answer.ok
      ? printed(answer.value)
      : invalidInput(`${answer.refusal.field}: ${answer.refusal.problem}`);
  };
