/** The JSON pointer (RFC 6901) made of these steps: names of properties and places in lists. */
export function pointerTo(...steps: readonly (string | number)[]): string {
  return steps
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** Whether the pointer leads to something in the document. */
export function leadsSomewhere(document: unknown, pointer: string): boolean {
  const steps = pointer.split('/').slice(1);
  return (
    steps.reduce<{ at: unknown } | undefined>(
      (found, step) => {
        if (found === undefined || typeof found.at !== 'object' || found.at === null)
          return undefined;
        const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
        if (!Object.hasOwn(found.at, name)) return undefined;
        return { at: (found.at as Record<string, unknown>)[name] };
      },
      { at: document },
    ) !== undefined
  );
}
