const PLACEHOLDER = /\{(\w+)\}/g;

/** Puts facts into a text by their names in braces; one that is missing leaves its placeholder standing. */
export function fillPlaceholders(
  text: string,
  facts: Readonly<Record<string, string | number | boolean>>,
): string {
  return text.replace(PLACEHOLDER, (gap, name: string) =>
    Object.hasOwn(facts, name) ? String(facts[name]) : gap,
  );
}

/** The names that a text asks for, as one comparable text: two languages must ask for the same. */
export function placeholdersIn(text: string): string {
  const names = [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort().join();
}
