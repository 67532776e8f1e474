/**
 * How many generated intakes a campaign tries: all of them, or a tenth where the environment asks for short campaigns
 * (mutation testing runs them once for every mutant).
 */
export const campaign = (whole: number): number =>
  process.env['CAMPAIGNS'] === 'short' ? Math.ceil(whole / 10) : whole;
