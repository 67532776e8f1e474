import { readFileSync } from 'node:fs';
import { formulaTravel } from '../../shared/geography/formula-travel.ts';
import { type ServiceSystem, serviceSystemFrom } from '../../shared/systems/service-system.ts';
import { publishedSystemFrom } from '../../shared/systems/published-system.ts';

const file = publishedSystemFrom({
  'system.json': readFileSync('shared/reference/systems/sussex/system.json', 'utf8'),
});

/** A second system, for tests of what differs between systems. */
export const sussex: ServiceSystem = serviceSystemFrom(file, formulaTravel(file));
