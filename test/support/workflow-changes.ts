import type { SourceChange } from './workflow-bundle';

const STEP = /^ +await look\.until\(.+\);\n/gm;

/** Exchanges the last two steps of every workflow, as nobody may do without a patch. */
export const lastStepsExchanged: SourceChange = (path, source) => {
  if (!path.endsWith('.workflow.ts')) return source;
  const [last, beforeLast] = [...source.matchAll(STEP)].map(([step]) => step).reverse();
  return replaced(source, `${beforeLast!}${last!}`, `${last!}${beforeLast!}`);
};

/** Sleeps before each step, as nobody may do without a patch (nor with one, for other reasons). */
export const timerAdded: SourceChange = (path, source) => {
  if (path !== 'workflows/shared/look.ts') return source;
  const importing = replaced(source, '  setHandler,\n', '  setHandler,\n  sleep,\n');
  const step = '      const standing = await step(this.target);\n';
  return replaced(importing, step, `      await sleep(1_000);\n${step}`);
};

/** A change as it is made: payments settle before their vouchers are looked at, in runs that come there from now on. */
export const orderPatched: SourceChange = (path, source) => {
  if (path !== 'workflows/payment/payment.workflow.ts') return source;
  const [vouchersIn, batchSettled] = [...source.matchAll(STEP)].map(([step]) => step).slice(-2);
  const patched = `    if (patched('2027-01-15-settle-before-vouchers')) {
${batchSettled!}${vouchersIn!}    } else {
${vouchersIn!}${batchSettled!}    }
`;
  return replaced(
    `import { patched } from '@temporalio/workflow';\n${source}`,
    `${vouchersIn!}${batchSettled!}`,
    patched,
  );
};

/** @throws Error if there is nothing to replace: a change that changes nothing would prove nothing */
function replaced(source: string, what: string, by: string): string {
  if (!source.includes(what)) throw new Error(`There is no ${JSON.stringify(what)} any more.`);
  return source.replace(what, by);
}
