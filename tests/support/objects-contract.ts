import { describe, expect, it } from 'vitest';
import type { Objects } from '../../functions/platform/objects/objects.ts';

let tests = 0;

const words = (found: Awaited<ReturnType<Objects['get']>>): string | undefined =>
  typeof found === 'object' ? new TextDecoder().decode(found.body) : found;

const etagOf = (found: Awaited<ReturnType<Objects['get']>>): string => {
  if (typeof found !== 'object') throw new Error('there is no object');
  return found.etag;
};

/**
 * Runs the tests that every bucket behind the port `Objects` must pass.
 * @param open opens a bucket that other tests may have written to
 */
export const objectsContract = (engine: string, open: () => Objects): void => {
  const contract = (promise: string, keep: (objects: Objects, at: string) => Promise<void>) =>
    it(promise, () => keep(open(), `test-${String((tests += 1))}/`));

  describe(`${engine}: an object`, () => {
    contract('comes back as it was put', async (objects, at) => {
      expect(await objects.put(`${at}a.json`, '{"name":"Zoë"}', { contentType: 'application/json' })).toBe(
        'written',
      );
      expect(words(await objects.get(`${at}a.json`))).toBe('{"name":"Zoë"}');
      const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await objects.put(`${at}b`, bytes);
      expect(await objects.get(`${at}b`)).toMatchObject({ body: bytes });
    });

    contract('that is not there is undefined', async (objects, at) => {
      expect(await objects.get(`${at}nothing`)).toBeUndefined();
      expect(await objects.list(at)).toEqual([]);
    });

    contract('may be empty', async (objects, at) => {
      await objects.put(`${at}empty`, '');
      expect(words(await objects.get(`${at}empty`))).toBe('');
    });

    contract('is not sent again to a reader who has it', async (objects, at) => {
      await objects.put(`${at}a`, 'one');
      const etag = etagOf(await objects.get(`${at}a`));
      expect(await objects.get(`${at}a`, { etag })).toBe('unchanged');
      await objects.put(`${at}a`, 'two');
      expect(words(await objects.get(`${at}a`, { etag }))).toBe('two');
    });

    contract('has the same tag whenever its content is the same', async (objects, at) => {
      await objects.put(`${at}a`, 'one');
      await objects.put(`${at}b`, 'one');
      await objects.put(`${at}c`, 'two');
      const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((key) => objects.get(`${at}${key}`)));
      expect(etagOf(a)).toBe(etagOf(b));
      expect(etagOf(a)).not.toBe(etagOf(c));
    });

    contract('is read in parts', async (objects, at) => {
      await objects.put(`${at}a`, '0123456789');
      expect(words(await objects.get(`${at}a`, { range: { from: 2, to: 4 } }))).toBe('234');
      expect(words(await objects.get(`${at}a`, { range: { from: 8, to: 99 } }))).toBe('89');
      await expect(objects.get(`${at}a`, { range: { from: 10, to: 12 } })).rejects.toThrow(RangeError);
    });

    contract('is gone once it is removed, and may be removed twice', async (objects, at) => {
      await objects.put(`${at}a`, 'one');
      await objects.remove(`${at}a`);
      await objects.remove(`${at}a`);
      expect(await objects.get(`${at}a`)).toBeUndefined();
    });

    contract('has a plain key', async (objects, at) => {
      await expect((async () => objects.put(`${at}a b`, ''))()).rejects.toThrow('unusual characters');
      await expect((async () => objects.get(`${at}é`))()).rejects.toThrow('unusual characters');
      await expect((async () => objects.list(''))()).rejects.toThrow('unusual characters');
    });
  });

  describe(`${engine}: a conditional write`, () => {
    contract('of a new object fails if there is one', async (objects, at) => {
      expect(await objects.put(`${at}a`, 'one', { ifAbsent: true })).toBe('written');
      expect(await objects.put(`${at}a`, 'two', { ifAbsent: true })).toBe('changed-meanwhile');
      expect(words(await objects.get(`${at}a`))).toBe('one');
    });

    contract('of a version fails if there is another, or none', async (objects, at) => {
      await objects.put(`${at}a`, 'one');
      const etag = etagOf(await objects.get(`${at}a`));
      expect(await objects.put(`${at}a`, 'two', { ifMatch: etag })).toBe('written');
      expect(await objects.put(`${at}a`, 'three', { ifMatch: etag })).toBe('changed-meanwhile');
      expect(words(await objects.get(`${at}a`))).toBe('two');
      expect(await objects.put(`${at}b`, 'one', { ifMatch: etag })).toBe('changed-meanwhile');
    });

    contract('of several writers succeeds once', async (objects, at) => {
      await objects.put(`${at}a`, 'first');
      const etag = etagOf(await objects.get(`${at}a`));
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, writer) => objects.put(`${at}a`, String(writer), { ifMatch: etag })),
      );
      expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
    });
  });

  describe(`${engine}: a list`, () => {
    contract('holds the objects below a prefix, in order', async (objects, at) => {
      for (const key of ['b/2', 'a', 'b/1', 'bb']) await objects.put(`${at}${key}`, key);
      const listed = await objects.list(`${at}b`);
      expect(listed.map(({ key }) => key)).toEqual([`${at}b/1`, `${at}b/2`, `${at}bb`]);
      expect(listed[2]).toEqual({
        key: `${at}bb`,
        etag: etagOf(await objects.get(`${at}bb`)),
        bytes: 2,
      });
    });

    contract('has no end at a thousand objects', async (objects, at) => {
      const keys = Array.from({ length: 1_005 }, (_, n) => `${at}${String(n).padStart(4, '0')}`);
      for (let start = 0; start < keys.length; start += 67)
        await Promise.all(keys.slice(start, start + 67).map((key) => objects.put(key, key)));
      expect((await objects.list(at)).map(({ key }) => key)).toEqual(keys);
    });
  });
};
