/** Words for a number of hours: "1 hour", "7.5 hours", "0 hours". */
export const hoursInWords = (hours: number): string => `${String(hours)} ${hours === 1 ? 'hour' : 'hours'}`;
