import { alone, limitsOf } from './legal-limit';

/** What a grant 公益创投 keeps to. Its rules are local and so configuration; no national number is known. */
export const grantLimits = limitsOf('grant', [
  {
    // Five working days is what the published round gave.
    ...alone(['notice', 'workingDays'], ({ notice }) => notice.workingDays),
    article: 'cn-futian-2021-p11',
    atLeast: 5,
  },
]);
