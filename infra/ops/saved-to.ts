import { writeFileSync } from 'node:fs';

/**
 * Writes the file that a command answered with to a path where nothing is yet, readable by its owner only, and returns
 * the answer with the path in place of the file. Nothing of the file is printed.
 */
export const savedTo = (path: string, answer: unknown): unknown => {
  if (typeof answer !== 'object' || answer === null || !('file' in answer)) return answer;
  writeFileSync(path, `${JSON.stringify(answer.file, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return { ...answer, file: path };
};
