import { defineRefusals } from '../../kernel/refusal';

export const refuseParties = defineRefusals('PARTIES', {
  UNKNOWN: {
    status: 422,
    zh: '没有这个主体。',
    en: 'There is no such party.',
    whatToDo: {
      zh: '请先登记主体，或核对编号。',
      en: 'Register the party first, or check the id.',
    },
  },
  NAME_UNREADABLE: {
    status: 422,
    zh: '名称含有不可用的字符。',
    en: 'The name holds characters that cannot be used.',
    whatToDo: {
      zh: '请使用汉字、英文字母、数字、空格和常用标点，并至少含一个字或字母。',
      en: 'Use Chinese characters, Latin letters, digits, spaces and common punctuation, with at least one character or letter.',
    },
  },
  NAME_TAKEN: {
    status: 409,
    zh: '已有名称相同或看起来相同的主体。',
    en: 'There is a party of the same name, or of one that looks the same.',
    whatToDo: {
      zh: '请核对是否已经登记；如名称被冒用，请联系主管单位。',
      en: 'Check whether it is registered already; if somebody else uses the name, tell the unit in charge.',
    },
  },
  CODE_TAKEN: {
    status: 409,
    zh: '该统一社会信用代码已登记。',
    en: 'The credit code is registered already.',
    whatToDo: {
      zh: '请由该主体的代表办理，或联系主管单位。',
      en: 'Have its representative act, or tell the unit in charge.',
    },
  },
  CODE_REQUIRED: {
    status: 422,
    zh: '此类主体须填写统一社会信用代码。',
    en: 'A party of this kind needs its credit code.',
    whatToDo: {
      zh: '请按登记证书填写18位代码。',
      en: 'Give the 18 characters of its certificate.',
    },
  },
  CODE_NOT_EXPECTED: {
    status: 422,
    zh: '此类主体没有统一社会信用代码。',
    en: 'A party of this kind has no credit code.',
    whatToDo: {
      zh: '请去掉代码，或改选主体类型。',
      en: 'Leave the code out, or choose another kind.',
    },
  },
  CODE_NOT_CANONICAL: {
    status: 422,
    zh: '统一社会信用代码须为18位半角数字和大写字母。',
    en: 'A credit code is 18 characters: digits and capital letters, of normal width.',
    whatToDo: {
      zh: '请切换到半角大写输入，不要加空格；不使用字母 I、O、S、V、Z。',
      en: 'Type it in capitals without spaces; the letters I, O, S, V and Z do not occur.',
    },
  },
  CODE_WRONG: {
    status: 422,
    zh: '统一社会信用代码的校验位不符。',
    en: 'The check character of the credit code does not fit.',
    whatToDo: { zh: '请对照登记证书逐位核对。', en: 'Compare it with the certificate.' },
  },
  CODE_OF_OTHER_KIND: {
    status: 422,
    zh: '代码以{prefix}开头，与所选主体类型不符。',
    en: 'A code that begins with {prefix} is not of this kind of party.',
    whatToDo: {
      zh: '社会团体以51、社会服务机构以52、基金会以53开头，其他主体不得使用。',
      en: 'Associations begin with 51, service institutions with 52, foundations with 53, and nobody else does.',
    },
  },
  GRADE_NOT_EXPECTED: {
    status: 422,
    zh: '只有社会组织有评估等级。',
    en: 'Only social organizations have an assessment grade.',
    whatToDo: { zh: '请去掉评估等级。', en: 'Leave the grade out.' },
  },
  REGISTERED_LATER: {
    status: 422,
    zh: '登记日期晚于今日（{today}）。',
    en: 'The day of registration is after today ({today}).',
    whatToDo: { zh: '请按登记证书填写。', en: 'Give the day of the certificate.' },
  },
  GRADE_MISSING: {
    status: 422,
    zh: '填写了评估等级的有效期，但没有填写等级。',
    en: 'There is a validity of a grade of assessment, but no grade.',
    whatToDo: {
      zh: '请填写评估等级，或去掉有效期。',
      en: 'Give the grade, or leave the validity out.',
    },
  },
  PAYEE_MISSING: {
    status: 409,
    zh: '该主体尚未填写收款账户。',
    en: 'The party has not entered a payee account yet.',
    whatToDo: { zh: '请由其代表先填写。', en: 'Its representative has to enter one first.' },
  },
  PAYEE_DIFFERS: {
    status: 422,
    zh: '账号与主体填写的不一致。',
    en: 'The account is not the one that the party entered.',
    whatToDo: {
      zh: '请按开户证明重新核对；仍不一致时请主体更正。',
      en: 'Read it again from the bank’s letter; if it still differs, the party has to correct it.',
    },
  },
  PAYEE_VERIFIED_ALREADY: {
    status: 409,
    zh: '该收款账户已经核实。',
    en: 'The payee account is verified already.',
    whatToDo: { zh: '无需再次办理。', en: 'Nothing more needs to be done.' },
  },
  VERIFIER_NOT_INDEPENDENT: {
    status: 409,
    zh: '该主体的代表或填写人不能核实其收款账户。',
    en: 'A representative of the party, or whoever entered the account, cannot verify it.',
    whatToDo: { zh: '请由其他人员核实。', en: 'Have another person verify it.' },
  },
});
