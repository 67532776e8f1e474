import { consentFileSchema, wordingsOf } from '../consent-wordings.ts';
import { commonSettings, settingsFileSchema } from '../service-settings.ts';
import { choices, type FolderTexts, mistake } from './check-report.ts';
import { readChecked } from './read-json.ts';

const settingsMistakes = (text: string): readonly string[] => {
  const read = readChecked('settings.json', text, settingsFileSchema);
  if ('mistakes' in read) return read.mistakes;
  const { askAfterDays, repeatAfterDays, hideAfterDays } = { ...commonSettings, ...read.value };
  return askAfterDays + repeatAfterDays < hideAfterDays
    ? []
    : [
        mistake(
          'settings.json',
          'hideAfterDays',
          `${hideAfterDays} should be more than ${askAfterDays + repeatAfterDays}, the day on which a DPP is asked again`,
        ),
      ];
};

const consentMistakes = (text: string): readonly string[] => {
  const read = readChecked('consent.json', text, consentFileSchema);
  if ('mistakes' in read) return read.mistakes;
  const { current, wordings } = read.value;
  const known = wordingsOf(read.value);
  const common = wordingsOf({ current: {}, wordings: {} });
  return [
    ...Object.keys(wordings)
      .filter((id) => Object.hasOwn(common, id))
      .map((id) =>
        mistake('consent.json', `wording ${id}`, 'is the id of a common wording: give it a new id'),
      ),
    ...Object.entries(current)
      .filter(([, id]) => !Object.hasOwn(known, id))
      .map(([journey, id]) =>
        mistake(
          'consent.json',
          `current, ${journey}`,
          `there is no wording “${id}”. Wordings: ${choices(Object.keys(known))}`,
        ),
      ),
  ];
};

/** Finds mistakes in what a system may choose: its settings and the wordings to which people agree. */
export const choiceMistakes = (texts: FolderTexts): readonly string[] => [
  ...(texts['settings.json'] === undefined ? [] : settingsMistakes(texts['settings.json'])),
  ...(texts['consent.json'] === undefined ? [] : consentMistakes(texts['consent.json'])),
];
