import { defineRefusals } from '../../kernel/refusal';

export const refuseUnits = defineRefusals('UNITS', {
  UNKNOWN: {
    status: 422,
    zh: '没有这个单位。',
    en: 'There is no such unit.',
    whatToDo: { zh: '请从单位列表中选择。', en: 'Choose one from the list of units.' },
  },
  NONE_OF_KIND: {
    status: 422,
    zh: '该单位及其上级中没有所需层级（{kind}）的单位。',
    en: 'Neither the unit nor any above it is of the kind {kind}.',
    whatToDo: { zh: '请选择下一级的单位。', en: 'Choose a unit further down.' },
  },
  CODE_TAKEN: {
    status: 409,
    zh: '单位代码{code}已被使用。',
    en: 'The unit code {code} is taken.',
    whatToDo: { zh: '请改用其他代码。', en: 'Choose another code.' },
  },
  KIND_MISPLACED: {
    status: 422,
    zh: '{kind}不能设在{parentKind}之下。',
    en: 'A {kind} cannot stand under a {parentKind}.',
    whatToDo: {
      zh: '层级为：市、区、街道、社区、网格；部门与街道并列。',
      en: 'The order is city, district, street, community, grid cell; bureaus stand beside streets.',
    },
  },
});
