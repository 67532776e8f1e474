export interface Room {
  /** Path of the room's folder from the root of the repository. */
  readonly folder: string;
  readonly holds: string;
  /** Rooms that this room may import, all listed before it; `shared/*` means every earlier room of `shared`. */
  readonly imports: readonly string[];
  /**
   * Sub-rooms in storeys, lowest first: a sub-room may import those below it. `.` stands for files directly in the
   * room, and an inner list for several sub-rooms on one storey.
   */
  readonly storeys?: readonly (string | readonly string[])[];
  /** Planned additions to this room. */
  readonly growth?: string;
  /** Whether the room has been agreed but has no folder yet. */
  readonly planned?: true;
  /**
   * Whether the room consists only of the files directly in its folder, because the subfolders are rooms of their own.
   */
  readonly rootOnly?: true;
}

const withEarlierRooms = (room: Room, earlier: readonly Room[]): Room => ({
  ...room,
  imports: room.imports.flatMap((name) => {
    const found = name.endsWith('/*')
      ? earlier.filter(({ folder }) => folder.startsWith(name.slice(0, -1)))
      : earlier.filter(({ folder }) => folder === name);
    if (found.length === 0)
      throw new Error(`rooms.config.ts: ${room.folder} names ${name}, which is not listed before it`);
    return found.map(({ folder }) => folder);
  }),
});

/**
 * Replaces each `*` in the imports of the rooms with the names of the rooms that it represents.
 *
 * @throws Error if a room imports a room that is not listed before it, or if a room is listed twice.
 */
export const orderedRooms = (listed: readonly Room[]): readonly Room[] =>
  listed.reduce<readonly Room[]>((earlier, room) => {
    if (earlier.some(({ folder }) => folder === room.folder))
      throw new Error(`rooms.config.ts: ${room.folder} is listed twice`);
    return [...earlier, withEarlierRooms(room, earlier)];
  }, []);
