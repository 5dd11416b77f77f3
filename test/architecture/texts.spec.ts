import { duties } from '../../src/access/duties';
import { allRefusals } from '../../src/kernel/refusal';
import { allWordings } from '../../src/kernel/wording';
import { writtenRoutes } from './routes';
import { exportsOf, sources } from './sources';

const HAN = /\p{Script=Han}/u;
const isChinese = (text: string) => HAN.test(text);
const isEnglish = (text: string) => text.trim() !== '' && !HAN.test(text);

/** What people are told, each with its code. */
interface Told {
  readonly code: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

describe('what people are told', () => {
  let told: Told[];

  beforeAll(() => {
    // Loading them registers them; a code that is defined twice or texts that do not match throw here.
    for (const file of sources('src/**/*.{refusals,wordings,transitions}.ts')) exportsOf(file);
    told = [
      ...allRefusals().map(({ code, zh, en, whatToDo }) => ({
        code,
        zh: [zh, whatToDo.zh],
        en: [en, whatToDo.en],
      })),
      ...allWordings().map(({ code, zh, en }) => ({
        code,
        zh: [zh.title, zh.body],
        en: [en.title, en.body],
      })),
      ...Object.entries(duties).map(([code, { zh, en }]) => ({ code, zh: [zh], en: [en] })),
    ];
  });

  it('is Chinese in Chinese', () => {
    expect(told.filter(({ zh }) => !zh.every(isChinese))).toEqual([]);
  });

  it('is English in English', () => {
    expect(told.filter(({ en }) => !en.every(isEnglish))).toEqual([]);
  });

  it('has texts for every refusal that the documentation of a route names', () => {
    const known = new Set(allRefusals().map(({ code }) => code));
    const unknown = writtenRoutes().flatMap(({ handler, refusals }) =>
      refusals.filter((code) => !known.has(code)).map((code) => `${handler}: ${code}`),
    );
    expect(unknown).toEqual([]);
  });
});
