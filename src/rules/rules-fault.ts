/** Every fault of a rule set has the same way out, so the advice is written once. */
export function fault<const Zh extends string, const En extends string>(zh: Zh, en: En) {
  return {
    status: 422,
    zh,
    en,
    whatToDo: { zh: '请修改规则后重新提交。', en: 'Correct the rules and hand them in again.' },
  } as const;
}
