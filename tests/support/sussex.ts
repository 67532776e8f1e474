import { formulaTravel } from '../../shared/geography/formula-travel.ts';
import systemFile from '../../shared/reference/systems/sussex/system.json' with { type: 'json' };
import { type ServiceSystem, serviceSystemFrom } from '../../shared/systems/service-system.ts';
import { systemFileSchema } from '../../shared/systems/system-file.ts';

const file = systemFileSchema.parse(systemFile);

/** A second system, for tests of what differs between systems. */
export const sussex: ServiceSystem = serviceSystemFrom(file, formulaTravel(file));
