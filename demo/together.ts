/** How many people act at once, unless it is said. */
export const AT_ONCE = 8;

/**
 * Lets people act side by side, as they do where nobody waits for anybody else; what comes of it may not hang on who was first.
 * @returns what each act gave, in the order of the items
 */
export async function together<T, R>(
  items: readonly T[],
  act: (item: T, n: number) => Promise<R>,
  atOnce = AT_ONCE,
): Promise<R[]> {
  const results: R[] = Array.from({ length: items.length });
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const n = next++;
      results[n] = await act(items[n]!, n);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
