import fc from 'fast-check';
import { foldName, toName } from './party-name.rules';

describe('toName', () => {
  it.each([
    '广州市番禺区乐悦社会工作服务中心',
    '广州市番禺区乐悦社工服务中心（洛浦）',
    '𠮷野家公益基金会',
    'YMCA 广州·青年会',
    '3M社区合作社',
  ])('takes %s as it is', (name) => {
    expect(toName(name, '/name')).toBe(name);
  });

  it('gives one spelling to a name written with composed or with separate characters', () => {
    // U+FA0C is a compatibility ideograph whose normal form is U+5140.
    expect(toName('\uFA0C子社', '/name')).toBe('\u5140子社');
  });

  it.each([
    ['a mark that turns the direction', '乐悦\u202E中心'],
    ['a zero-width space', '乐悦\u200B中心'],
    ['a zero-width joiner', '乐悦\u200D中心'],
    ['a soft hyphen', '乐悦\u00AD中心'],
    ['a variation selector', '乐悦\uFE0F中心'],
    ['an emoji', '乐悦😀中心'],
    ['a Cyrillic letter', 'Yuе Foundation'],
    ['a Greek letter', 'Αlpha基金会'],
    ['a control character', '乐悦\u0007中心'],
    ['a line break', '乐悦\n中心'],
    ['a tab', '乐悦\t中心'],
    ['a no-break space', '乐悦\u00A0中心'],
    ['a space before', ' 乐悦中心'],
    ['a space behind', '乐悦中心 '],
    ['two spaces', '乐悦  中心'],
    ['nothing but punctuation and digits', '（123）'],
    ['nothing', ''],
  ])('refuses a name with %s', (_, name) => {
    expect(() => toName(name, '/name')).toThrow('PARTIES.NAME_UNREADABLE');
  });

  it('is at rest after one pass, for whatever it takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        try {
          expect(toName(toName(text, ''), '')).toBe(toName(text, ''));
        } catch (error) {
          expect(String(error)).toContain('PARTIES.NAME_UNREADABLE');
        }
      }),
    );
  });
});

describe('foldName', () => {
  it.each([
    ['乐悦社工中心（洛浦）', '乐悦社工中心(洛浦)'],
    ['乐悦社工中心（洛浦）', '乐悦社工中心洛浦'],
    ['ＡＢＣ基金会', 'abc基金会'],
    ['广州·青年会', '广州・青年会'],
    ['BOOL基金会', 'B001基金会'],
    ['Ill公益', '111公益'],
  ])('takes %s and %s for one another', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it.each([
    ['乐悦一队', '乐悦二队'],
    ['洛浦街社工站', '洛浦社工站'],
    ['ABC基金会', 'ABD基金会'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });
});
