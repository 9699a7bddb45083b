/**
 * The JSON value of an answer. Servers that know no structured output wrap it in prose or in a fence; the last
 * resort is what stands between the first and the last brace. Undefined when there is none.
 */
export function extractJson(text: string): unknown {
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/i.exec(text)?.[1];
  const braced = text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1);
  for (const candidate of [text, fenced, braced]) {
    if (candidate === undefined || candidate.trim() === "") continue;
    try {
      const value: unknown = JSON.parse(candidate);
      return value;
    } catch {
      // The next reading may fit.
    }
  }
  return undefined;
}
