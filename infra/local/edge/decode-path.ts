/** Decodes percent-encoded text; returns it unchanged if the encoding is invalid. */
export const decodePath = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
