import * as z from 'zod';

const days = z.int().min(1).max(365).exactOptional();

/** Schema of `settings.json`: the numbers of the service that a system may choose. What is left out has its default. */
export const settingsFileSchema = z.strictObject({
  askAfterDays: days,
  repeatAfterDays: days,
  hideAfterDays: days,
  workingDaysToAnswer: z.int().min(1).max(20).exactOptional(),
  travelMinutes: z.int().min(5).max(180).exactOptional(),
});

/** Numbers of the service in one system. Pages, e-mails, reminders, directory and matching use them. */
export interface ServiceSettings {
  /** The check-in asks for confirmation this many days after the details of a DPP were last confirmed. */
  readonly askAfterDays: number;
  /** The check-in is repeated, once, this many days after it was sent, if there is no answer. */
  readonly repeatAfterDays: number;
  /**
   * This many days after the last confirmation, the listing is hidden from the directory and no longer matched.
   */
  readonly hideAfterDays: number;
  /** Working days in which a DPP answers an offer, if there is enough time. */
  readonly workingDaysToAnswer: number;
  /** Most minutes by road that a learner would travel, if the request does not say. */
  readonly travelMinutes: number;
}

/** The settings of a system that has no `settings.json`. */
export const commonSettings: ServiceSettings = {
  askAfterDays: 90,
  repeatAfterDays: 14,
  hideAfterDays: 120,
  workingDaysToAnswer: 5,
  travelMinutes: 30,
};
