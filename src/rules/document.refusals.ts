import { defineRefusals } from '../kernel/refusal';
import { fault } from './rules-fault';

/** What is refused of a document before anybody asks what it says. */
export const refuseDocument = defineRefusals('RULES', {
  TEXT_TOO_LARGE: fault('文本超过{limit}字节。', 'The text has more than {limit} bytes.'),
  TEXT_NOT_READABLE: fault(
    '第{line}行第{column}列不是规范的 YAML 或 JSON（{why}）。',
    'Line {line}, column {column} is not sound YAML or JSON ({why}).',
  ),
  TEXT_KEY_TWICE: fault(
    '第{line}行：“{name}”在同一处写了两次。',
    'Line {line}: "{name}" stands twice in one place.',
  ),
  TEXT_ALIASES: fault(
    '引用（*）超过{limit}处，或展开后过大。',
    'There are more than {limit} aliases (*), or they grow too large when they are followed.',
  ),
  TEXT_EXTRAS: fault(
    '第{line}行：“{what}”不属于 YAML 1.2 的基本写法。',
    'Line {line}: "{what}" does not belong to plain YAML 1.2.',
  ),
  TOO_DEEP: fault('嵌套超过{limit}层。', 'This nests deeper than {limit} levels.'),
  TOO_MANY_VALUES: fault('内容超过{limit}项。', 'There are more than {limit} values.'),
  NUMBER_UNSOUND: fault(
    '“{given}”不是可以准确表示的数。',
    '"{given}" is no number that can be told exactly.',
  ),
  TEXT_UNSOUND: fault(
    '文字中有看不见的或控制用的字符。',
    'The text holds characters that nobody sees, or that steer what is shown.',
  ),
});
