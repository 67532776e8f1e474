/**
 * Returns how many generated cases a campaign tries.
 * @param all the number in `npm run campaigns` (CAMPAIGNS=all)
 * @param few the number in `npm test` and in mutation testing; by default a tenth, but at least 20
 */
export const cases = (all: number, few = Math.min(all, Math.max(20, Math.ceil(all / 10)))): number =>
  process.env['CAMPAIGNS'] === 'all' ? all : few;
