/** What a mile saved means. Editable data; `confirmed` is set when the programme team has checked a figure. */
export const carFactor = {
  kgCo2ePerMile: 0.27,
  source: 'UK Government GHG Conversion Factors for Company Reporting, average car, unknown fuel',
  year: 2024,
  confirmed: false,
} as const;

/** Roads are longer than the straight line that distances are measured by; the same figure as in the matching policy. */
export const roadsToStraightLine = 1.3;

/** Hours of supervision that one journey there and back is made for. */
export const hoursAVisit = 7.5;
