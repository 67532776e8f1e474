import * as z from 'zod';
import type { Geography } from '../geography/geography.ts';
import { COMMON_VERSION } from '../matching/policy.ts';
import { type FolderTexts, mistake } from '../systems/checks/check-report.ts';
import { readJson } from '../systems/checks/read-json.ts';
import { readPolicyFile, roundPolicy } from './round-policy.ts';

const FILE = 'policy.json';

/** Numbers that follow from the settings of a system. */
const fromSettings: ReadonlyMap<string, string> = new Map([
  ['staleDays', 'hideAfterDays'],
  ['unconfirmedDays', 'askAfterDays'],
]);

const written = z.looseObject({ pairs: z.looseObject({}).default({}) });

/** Finds mistakes in the `policy.json` of a system's folder, which holds what differs from the common policy. */
export const policyMistakes = (
  { [FILE]: text }: FolderTexts,
  places: Geography['places'],
): readonly string[] => {
  if (text === undefined) return [];
  const json = readJson(FILE, text);
  if ('mistakes' in json) return json.mistakes;
  const read = readPolicyFile(json.value, { places }, roundPolicy);
  if (!read.success)
    return [
      ...new Set(read.error.issues.map(({ path, message }) => mistake(FILE, path.join(', '), message))),
    ];
  const { version } = read.data;
  return [
    ...(/^[a-z0-9][a-z0-9.-]*$/u.test(version) && version !== COMMON_VERSION
      ? []
      : [
          mistake(
            FILE,
            'version',
            `“${version}” should be a name of its own, in small letters, digits, dots and hyphens`,
          ),
        ]),
    ...[...fromSettings]
      .filter(([name]) => Object.hasOwn(written.parse(json.value).pairs, name))
      .map(([name, setting]) =>
        mistake(FILE, `pairs, ${name}`, `follows from the settings: write ${setting} in settings.json`),
      ),
  ];
};
