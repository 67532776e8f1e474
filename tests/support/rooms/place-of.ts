import { dirname } from 'node:path';
import type { Room } from './ordered-rooms.ts';

export interface Place {
  readonly room: Room;
  /** First folder inside the room; `.` for files directly in the room's folder. */
  readonly subRoom: string;
}

/** Returns the room and sub-room of a file; `undefined` for files outside all rooms, for instance in `tests/`. */
export const placeOf = (file: string, rooms: readonly Room[]): Place | undefined => {
  const folder = dirname(file);
  const [room] = rooms
    .filter((candidate) =>
      candidate.rootOnly === true
        ? folder === candidate.folder
        : `${folder}/`.startsWith(`${candidate.folder}/`),
    )
    .toSorted((a, b) => b.folder.length - a.folder.length);
  if (room === undefined) return undefined;
  return { room, subRoom: folder.slice(room.folder.length + 1).split('/')[0] || '.' };
};

export const placeName = ({ room, subRoom }: Place): string =>
  subRoom === '.' ? room.folder : `${room.folder}/${subRoom}`;
