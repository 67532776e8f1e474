/** An object's content, and the tag that names this version of it. */
export interface StoredObject {
  readonly body: Uint8Array;
  readonly etag: string;
}

/** An object in a list. `bytes` is the length of its body. */
export interface ListedObject {
  readonly key: string;
  readonly etag: string;
  readonly bytes: number;
}

/** First and last byte to read, counted from 0. The body ends earlier if the object does. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

export interface GetOptions {
  /** Tag of the version that the caller already has. */
  readonly etag?: string;
  readonly range?: ByteRange;
}

export interface PutOptions {
  /** Writes only if this is the tag of the stored version. */
  readonly ifMatch?: string;
  /** Writes only if no object has this key. */
  readonly ifAbsent?: true;
  /** The bucket has a lock: sends the hash of the body, which it demands. The writer need not be allowed to read. */
  readonly locked?: true;
  readonly contentType?: string;
  readonly contentEncoding?: string;
  readonly cacheControl?: string;
  readonly contentDisposition?: string;
}

/**
 * Access to the bucket of files. Keys consist of letters, digits and `/ . _ -`. Throws for any other key, and if the
 * bucket refuses a call, throttles or is unavailable after several attempts.
 */
export interface Objects {
  /**
   * Reads an object or a part of it.
   * @returns `unchanged` if `etag` is still the tag of the stored version; undefined if there is no object
   * @throws RangeError if the range starts after the object's end
   */
  get(key: string, options?: GetOptions): Promise<StoredObject | 'unchanged' | undefined>;
  /**
   * Writes an object whole.
   * @returns `changed-meanwhile` if the condition was not met, in which case nothing was written
   */
  put(key: string, body: Uint8Array | string, options?: PutOptions): Promise<'written' | 'changed-meanwhile'>;
  /** Lists the objects whose keys start with `prefix`, in the order of their keys. */
  list(prefix: string): Promise<readonly ListedObject[]>;
  /** Deletes an object. Does nothing if there is none. */
  remove(key: string): Promise<void>;
}

/** Throws for a key or prefix that would have to be escaped in a URL or in a signature. */
export const insistOnPlainKey = (key: string): void => {
  if (!/^[\w./-]{1,900}$/u.test(key)) throw new Error('the key of an object has unusual characters');
};
