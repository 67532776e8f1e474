import { geographyOf } from '../../shared/geography/geography.ts';
import { straightLineTravel } from '../../shared/geography/straight-line-travel.ts';
import systemFile from '../../shared/reference/systems/kent-and-medway/system.json' with { type: 'json' };
import { type ServiceSystem, serviceSystemFrom } from '../../shared/systems/service-system.ts';
import { systemFileSchema } from '../../shared/systems/system-file.ts';

const file = systemFileSchema.parse(systemFile);

/** The system of Kent and Medway, as most tests use it. */
export const kentAndMedway: ServiceSystem = serviceSystemFrom(file, straightLineTravel(geographyOf(file)));
