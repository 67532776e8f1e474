/**
 * Finds the lines on which the elements of a JSON object's lists start: "edges" → [332, 333, …]. The text has to
 * be valid JSON. Lines count from 1.
 */
export const linesOfElements = (text: string): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  let [line, depth, list] = [1, 0, ''];
  let starts = false;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[^\s"]|\n/gu)) {
    if (token === '\n') {
      line += 1;
      continue;
    }
    if (depth === 1 && token.startsWith('"')) list = token.slice(1, -1);
    const closes = token === ']' || token === '}';
    if (depth === 2 && starts && !closes) {
      found.set(list, [...(found.get(list) ?? []), line]);
      starts = false;
    }
    if (token === '[' || token === '{') depth += 1;
    if (closes) depth -= 1;
    if (depth === 2 && (token === '[' || token === ',')) starts = true;
    if (depth === 1) starts = false;
  }
  return found;
};
