/**
 * Replaces each placeholder of a text, such as `{{area}}`, by its word.
 *
 * @throws Error if a placeholder has no word
 */
export const fillPlaceholders = (text: string, words: Readonly<Record<string, unknown>>): string =>
  text.replaceAll(/\{\{([^{}]*)\}\}/gu, (_, name: string) => {
    const word = Object.hasOwn(words, name.trim()) ? words[name.trim()] : undefined;
    if (typeof word !== 'string') throw new Error(`there is no word for the placeholder {{${name}}}`);
    return word;
  });
