import { defineWordings } from '../../kernel/wording';

export const partyWordings = defineWordings('parties', {
  verifyPayee: {
    zh: {
      title: '核实收款账户',
      body: '有主体填写了收款账户。请对照开户证明录入账号予以核实，核实前不能付款。',
    },
    en: {
      title: 'Verify a payee account',
      body: 'A party entered the account it is paid to. Type it from the bank’s letter; nothing is paid before.',
    },
  },
});
