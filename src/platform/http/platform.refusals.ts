import { defineRefusals } from '../../kernel/refusal';

/** Who may enter and act. */
export const refuseAccess = defineRefusals('ACCESS', {
  SIGN_IN_REQUIRED: {
    status: 401,
    zh: '需要登录，或凭证已失效。',
    en: 'Sign-in is required, or the credential is no longer valid.',
    whatToDo: {
      zh: '请重新登录，或使用有效的接口密钥。',
      en: 'Sign in again, or use a valid API key.',
    },
  },
  SIGN_IN_FAILED: {
    status: 401,
    zh: '用户名或密码不正确。',
    en: 'The user name or the password is not right.',
    whatToDo: {
      zh: '请核对后重试；连续失败会使登录暂停几分钟。',
      en: 'Check them and try again; repeated failures pause sign-in for some minutes.',
    },
  },
  SIGN_IN_PAUSED: {
    status: 429,
    zh: '登录失败次数过多，请在{seconds}秒后重试。',
    en: 'Too many failed sign-ins; try again in {seconds} seconds.',
    whatToDo: {
      zh: '请等待后再试，或联系系统管理员重置密码。',
      en: 'Wait, or ask the administrator to reset the password.',
    },
  },
  DUTY_MISSING: {
    status: 403,
    zh: '您的职责不包括此操作。',
    en: 'None of your duties includes this act.',
    whatToDo: {
      zh: '请由具有相应职责的人员办理，或申请授权。',
      en: 'Have someone with the duty do it, or ask for a mandate.',
    },
  },
  NOT_FOUND: {
    status: 404,
    zh: '没有这一项，或您无权查看。',
    en: 'There is no such thing, or it is not yours to see.',
    whatToDo: {
      zh: '请核对编号；如确有此项，请向主管单位申请授权。',
      en: 'Check the id; if it exists, ask the unit in charge for a mandate.',
    },
  },
});

/** How HTTP is spoken here. */
export const refuseHttp = defineRefusals('HTTP', {
  KEY_REQUIRED: {
    status: 400,
    zh: '缺少 Idempotency-Key 请求头。',
    en: 'The header Idempotency-Key is missing.',
    whatToDo: {
      zh: '请为每次提交生成一个新的唯一值（8至200个可见字符），重试时沿用原值。',
      en: 'Make a new unique value (8 to 200 visible characters) per submission and keep it when you retry.',
    },
  },
  KEY_IN_FLIGHT: {
    status: 409,
    zh: '同一 Idempotency-Key 的请求正在处理。',
    en: 'A request with the same Idempotency-Key is being handled.',
    whatToDo: { zh: '请稍后用原请求重试。', en: 'Try again in a moment with the same request.' },
  },
  KEY_REUSED: {
    status: 422,
    zh: '同一 Idempotency-Key 已用于另一请求。',
    en: 'The same Idempotency-Key was used for another request.',
    whatToDo: { zh: '请为新的请求使用新的值。', en: 'Use a new value for a new request.' },
  },
  MATCH_REQUIRED: {
    status: 428,
    zh: '缺少 If-Match 请求头。',
    en: 'The header If-Match is missing.',
    whatToDo: {
      zh: '请先读取该项，并在 If-Match 中填入返回的 ETag。',
      en: 'Read the thing first and put its ETag into If-Match.',
    },
  },
  STALE: {
    status: 412,
    zh: '该项已被他人更改，现为第{current}版。',
    en: 'Somebody changed it in the meantime; it is at version {current} now.',
    whatToDo: { zh: '请重新读取，确认后再提交。', en: 'Read it again, check, and submit again.' },
  },
  ROUTE_UNKNOWN: {
    status: 404,
    zh: '没有这个地址。',
    en: 'There is no such address.',
    whatToDo: { zh: '请查阅接口文档 /docs。', en: 'See the documentation at /docs.' },
  },
  METHOD_UNKNOWN: {
    status: 405,
    zh: '此地址不支持该方法。',
    en: 'This address does not take the method.',
    whatToDo: { zh: '请查阅接口文档 /docs。', en: 'See the documentation at /docs.' },
  },
  MEDIA_TYPE: {
    status: 415,
    zh: '请求内容须为 application/json。',
    en: 'The content must be application/json.',
    whatToDo: { zh: '请设置正确的 Content-Type。', en: 'Set the right Content-Type.' },
  },
  TOO_LARGE: {
    status: 413,
    zh: '请求内容超过上限。',
    en: 'The content is above the limit.',
    whatToDo: {
      zh: 'JSON 最多256 KB；附件请分块上传。',
      en: 'JSON is at most 256 KB; send attachments in chunks.',
    },
  },
  BUSY: {
    status: 429,
    zh: '请求过多，请稍后重试。',
    en: 'Too many requests at once; try again soon.',
    whatToDo: {
      zh: '请按 Retry-After 等待后重试。',
      en: 'Wait as Retry-After says and try again.',
    },
  },
});

/** How a request is shaped. */
export const refuseRequest = defineRefusals('REQUEST', {
  MALFORMED: {
    status: 400,
    zh: '请求内容不是规范的 JSON：{why}。',
    en: 'The content is not sound JSON: {why}.',
    whatToDo: {
      zh: '请检查语法、重复的键、嵌套深度与字符。',
      en: 'Check syntax, duplicate keys, depth and characters.',
    },
  },
  INVALID: {
    status: 400,
    zh: '请求中有{count}处不符合要求。',
    en: 'The request has {count} faults.',
    whatToDo: {
      zh: '请按 errors 中的位置逐项更正。',
      en: 'Correct what errors points to.',
    },
  },
});
