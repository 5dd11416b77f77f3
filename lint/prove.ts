import { RuleTester, type Rule } from 'eslint';
import tseslint from 'typescript-eslint';

/** Cases by what they show; the text of each is one file. */
interface Cases {
  readonly passes: Readonly<Record<string, string>>;
  /** With how many places the rule reports. */
  readonly refuses: Readonly<Record<string, readonly [code: string, reports: number]>>;
}

/** Runs a rule over both kinds of case, each as a test of its own, named by what it shows. */
export function prove(name: string, rule: object, { passes, refuses }: Cases): void {
  const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });
  tester.run(name, rule as Rule.RuleModule, {
    valid: Object.entries(passes).map(([what, code]) => ({ name: `passes ${what}`, code })),
    invalid: Object.entries(refuses).map(([what, [code, errors]]) => ({
      name: `refuses ${what}`,
      code,
      errors,
    })),
  });
}
