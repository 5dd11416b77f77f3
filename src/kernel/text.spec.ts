import { isSoundText, lengthOf } from './text';

describe('lengthOf', () => {
  it.each([
    ['', 0],
    ['广州市', 3],
    ['𠮷野家', 3],
    ['👨‍👩‍👧', 5],
    ['a\ufe0f', 2],
    ['葛\u{e0100}', 2],
    ['\ud800', 1],
    ['\udc00\ud800', 2],
  ])('counts code points: %j has %i', (text, length) => {
    expect(lengthOf(text)).toBe(length);
    expect([...text].length).toBe(length);
  });
});

describe('isSoundText', () => {
  it.each(['助餐', '𠮷', '👨‍👩‍👧', '🏴\u{e0067}\u{e007f}', 'naïve “—”', '葛\u{e0100}', 'a\ufe0f'])(
    'takes what people read: %j',
    (text) => expect(isSoundText(text, false)).toBe(true),
  );

  it.each([
    ['NUL', '\0'],
    ['a control character', '\u0007'],
    ['DEL', '\u007f'],
    ['a change of direction', '\u202e'],
    ['an isolate', '\u2066'],
    ['a space of no width', '\u200b'],
    ['a byte order mark', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['a line separator', '\u2028'],
    ['a lone surrogate', '\ud83d'],
    ['what is no character', '\uffff'],
    ['what is no character beyond the first plane', '\u{1fffe}'],
  ])('refuses %s, in lines as well', (_, character) => {
    expect(isSoundText(`益${character}创`, false)).toBe(false);
    expect(isSoundText(`益${character}创`, true)).toBe(false);
  });

  it('takes line breaks and tabs only where lines may be', () => {
    expect(isSoundText('一\r\n\t二\n三', true)).toBe(true);
    expect(isSoundText('一\n二', false)).toBe(false);
    expect(isSoundText('一\t二', false)).toBe(false);
  });
});
