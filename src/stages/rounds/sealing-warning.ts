/** What is told wherever a bid is taken under the suite NONE-1: on the call, on the public page and on every receipt. */
export const sealingWarning = {
  zh: '本轮申报材料未加密（NONE-1）：开标前仅由系统权限控制，任何人不得经本系统读取，但数据库管理员在技术上能够读取。',
  en: 'Bids of this round are not encrypted (NONE-1): until the opening nobody is shown them by this system, but whoever administers the database is technically able to read them.',
} as const;
