/** Emissions per mile by car. Set `confirmed` once the programme team has checked the figure. */
export const carFactor = {
  kgCo2ePerMile: 0.27,
  source: 'UK Government GHG Conversion Factors for Company Reporting, average car, unknown fuel',
  year: 2024,
  confirmed: false,
} as const;

/** Ratio of road distance to straight-line distance, for rounds of version 0.2.0 or earlier, which stored straight miles. */
export const roadsToStraightLine = 1.3;

/** Hours of supervision per return journey. */
export const hoursPerVisit = 7.5;
