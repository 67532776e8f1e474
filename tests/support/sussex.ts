import { geographyOf } from '../../shared/geography/geography.ts';
import { straightLineTravel } from '../../shared/geography/straight-line-travel.ts';
import systemFile from '../../shared/reference/systems/sussex/system.json' with { type: 'json' };
import { type ServiceSystem, serviceSystemFrom } from '../../shared/systems/service-system.ts';
import { systemFileSchema } from '../../shared/systems/system-file.ts';

const file = systemFileSchema.parse(systemFile);

/** A second system, for tests of what differs between systems. */
export const sussex: ServiceSystem = serviceSystemFrom(file, straightLineTravel(geographyOf(file)));
