import { commonSettings } from '../../systems/service-settings.ts';
import type { ServiceSystem } from '../../systems/service-system.ts';

interface Overrides {
  /** What to add to the version of the common policy. */
  readonly versions: readonly string[];
  /** Numbers in place of those of the common policy, by name. */
  readonly numbers: Readonly<Record<string, unknown>>;
}

const fromSettings = (days: number) => ({
  value: days,
  reason: 'The number of days that the settings of the system say.',
});

/** Returns the numbers of the policy that a system's `policy.json` and settings replace. */
export const policyOverrides = ({
  policy,
  settings: { askAfterDays, hideAfterDays },
}: Pick<ServiceSystem, 'policy' | 'settings'>): Overrides => {
  const common =
    askAfterDays === commonSettings.askAfterDays && hideAfterDays === commonSettings.hideAfterDays;
  return {
    versions: [
      ...(policy === undefined ? [] : [policy.version]),
      ...(common ? [] : [`ask-${askAfterDays}-hide-${hideAfterDays}`]),
    ],
    numbers: {
      ...policy?.pairs,
      ...(common
        ? {}
        : { unconfirmedDays: fromSettings(askAfterDays), staleDays: fromSettings(hideAfterDays) }),
    },
  };
};
