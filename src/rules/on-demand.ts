/** How each of the properties that wait is worked out from what the result was made of. */
type Makers<Source, Later> = { readonly [Name in keyof Later]: (source: Source) => Later[Name] };

/**
 * Makes results some of whose properties are worked out only when they are read. Explaining a hundred thousand places takes many
 * times longer than finding them, and hardly one of the explanations is ever read. Such a property is the result's own and is
 * enumerated, so that whoever copies, compares or prints a result reads it like any other.
 * @returns makes a result of what is known now and of what the rest follows from
 */
export function withOnDemand<Source, Later extends object>(
  makers: Makers<Source, Later>,
): <Now extends object>(now: Now, source: Source) => Now & Readonly<Later> {
  class Result {
    readonly #source: Source;

    constructor(source: Source) {
      this.#source = source;
    }

    read(name: keyof Later): unknown {
      return makers[name](this.#source);
    }
  }
  // All results share their getters. With getters of its own each would be an object of its own kind, large and slow to make.
  const getters = (Object.keys(makers) as (keyof Later)[]).map((name) => ({
    name,
    descriptor: {
      enumerable: true,
      get(this: Result) {
        return this.read(name);
      },
    },
  }));
  return <Now extends object>(now: Now, source: Source) => {
    const result = Object.assign(new Result(source), now);
    for (const { name, descriptor } of getters) Object.defineProperty(result, name, descriptor);
    return result as Now & Readonly<Later>;
  };
}
