export interface Room {
  /** Path from the root of the repository. */
  readonly folder: string;
  readonly holds: string;
  /** Rooms listed earlier; `shared/*` names every earlier room of `shared`. */
  readonly imports: readonly string[];
  /** Sub-rooms from the ground up, `.` for files directly in the room; an inner list is one storey. */
  readonly storeys?: readonly (string | readonly string[])[];
  /** What is going to be added here. */
  readonly growth?: string;
  /** Agreed, but without a folder yet. */
  readonly planned?: true;
  /** Only the files directly in the folder: its subfolders are rooms of their own. */
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
 * Resolves `*` in the imports of each room.
 *
 * @throws Error if a room names one that is not listed before it, or is listed twice.
 */
export const orderedRooms = (listed: readonly Room[]): readonly Room[] =>
  listed.reduce<readonly Room[]>((earlier, room) => {
    if (earlier.some(({ folder }) => folder === room.folder))
      throw new Error(`rooms.config.ts: ${room.folder} is listed twice`);
    return [...earlier, withEarlierRooms(room, earlier)];
  }, []);
