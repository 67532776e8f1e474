import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addRoom, type Surroundings } from '../constructs/add-room.ts';
import type { Capability } from '../definition/capabilities/capability.ts';

interface RoomStackProps extends StackProps {
  readonly room: readonly Capability[];
  readonly surroundings: Surroundings;
}

/**
 * Stack with the functions of one room (a folder of `functions/`), their roles, routes, triggers and alarms. A stack
 * holds at most 500 resources, so each room has one of its own.
 */
export class RoomStack extends Stack {
  constructor(scope: Construct, id: string, { room, surroundings, ...props }: RoomStackProps) {
    super(scope, id, props);
    addRoom(this, room, surroundings);
  }
}
