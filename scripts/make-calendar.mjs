/**
 * Makes the files of src/registers/calendar/data.
 * holiday-notices.json: the State Council's holiday arrangements since 2004, one layer a notice. The days come from npm's
 * chinese-days; what that package does not tell (which notice said it, when, and what held before a notice was changed)
 * stands in the tables below, read from the notices' published texts.
 * public-holidays.json: the public holidays of other places, as lib/public-holidays.mjs has them.
 *
 *   node scripts/make-calendar.mjs            writes the files
 *   node scripts/make-calendar.mjs --check    fails when a file is not what this script would write
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { holidayLayers, holidaysMadeFrom } from './lib/public-holidays.mjs';

const require = createRequire(import.meta.url);
const targetOf = (file) =>
  fileURLToPath(new URL(`../src/registers/calendar/data/${file}`, import.meta.url));

/**
 * Year -> [number of the notice, the day it bears]. gov.cn showed a notice on that day or up to six days later.
 * 2008 and 2009: the day gov.cn carried it, as the day it bears is not known to us; nor is the number of 2008's.
 * A year without a row here is one whose notice we could not see: its day is assumed (see `assumedDay`).
 */
const NOTICES = {
  2006: ['国办发明电〔2005〕35号', '2005-12-16'],
  2007: ['国办发明电〔2006〕49号', '2006-12-14'],
  2008: [null, '2007-12-18'],
  2009: ['国办发明电〔2008〕42号', '2008-12-10'],
  2010: ['国办发明电〔2009〕27号', '2009-12-07'],
  2011: ['国办发明电〔2010〕40号', '2010-12-09'],
  2012: ['国办发明电〔2011〕45号', '2011-12-05'],
  2013: ['国办发明电〔2012〕33号', '2012-12-08'],
  2014: ['国办发明电〔2013〕28号', '2013-12-11'],
  2015: ['国办发明电〔2014〕28号', '2014-12-16'],
  2016: ['国办发明电〔2015〕18号', '2015-12-10'],
  2017: ['国办发明电〔2016〕17号', '2016-12-01'],
  2018: ['国办发明电〔2017〕12号', '2017-11-30'],
  2019: ['国办发明电〔2018〕15号', '2018-12-04'],
  2020: ['国办发明电〔2019〕16号', '2019-11-21'],
  2021: ['国办发明电〔2020〕27号', '2020-11-25'],
  2022: ['国办发明电〔2021〕11号', '2021-10-25'],
  2023: ['国办发明电〔2022〕16号', '2022-12-08'],
  2024: ['国办发明电〔2023〕7号', '2023-10-25'],
  2025: ['国办发明电〔2024〕12号', '2024-11-12'],
  2026: ['国办发明电〔2025〕7号', '2025-11-04'],
};

/** Notices that changed a year under way. The package holds the last state; `before` is what the change took away. */
const AMENDMENTS = [
  {
    year: 2015,
    notice: '国发明电〔2015〕1号',
    title: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
    publishedOn: '2015-05-13',
    off: ['2015-09-03', '2015-09-04', '2015-09-05'],
    worked: ['2015-09-06'],
    before: { off: [], worked: [] },
  },
  {
    year: 2019,
    notice: '国办发明电〔2019〕3号',
    title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
    publishedOn: '2019-03-22',
    off: ['2019-05-01', '2019-05-02', '2019-05-03', '2019-05-04'],
    worked: ['2019-04-28', '2019-05-05'],
    before: { off: ['2019-05-01'], worked: [] },
  },
  {
    year: 2020,
    notice: '国办发明电〔2020〕1号',
    title: '国务院办公厅关于延长2020年春节假期的通知',
    publishedOn: '2020-01-26',
    off: ['2020-01-31', '2020-02-01', '2020-02-02'],
    worked: [],
    before: { off: [], worked: ['2020-02-01'] },
  },
];

/** Days that a notice names and the package leaves out. Only the first changes a day; the others are weekends anyway. */
const GAPS = {
  2006: { off: [], worked: ['2005-12-31'] },
  2011: { off: ['2011-06-05'], worked: [] },
  2012: { off: ['2012-06-23'], worked: [] },
};

const NOTHING = { off: [], worked: [] };

/** Notices come between late October and mid December: a day on which a year was all but surely known, marked as assumed. */
const assumedDay = (year) => `${year - 1}-12-01`;

/** New Year's holiday may begin in December: those days stand in the notice of the year that begins. */
function yearOfNotice(day, holiday) {
  const year = Number(day.slice(0, 4));
  return day.slice(5, 7) === '12' && holiday.startsWith("New Year's Day") ? year + 1 : year;
}

function namedDays(byDay, year) {
  return Object.keys(byDay).filter((day) => yearOfNotice(day, byDay[day]) === year);
}

const sorted = (days) => [...new Set(days)].sort();

function firstLayer(year, chineseDays) {
  const amendments = AMENDMENTS.filter((amendment) => amendment.year === year);
  const amended = new Set(amendments.flatMap(({ off, worked }) => [...off, ...worked]));
  const gaps = GAPS[year] ?? NOTHING;
  const daysOf = (byDay, kind) =>
    sorted([
      ...namedDays(byDay, year).filter((day) => !amended.has(day)),
      ...amendments.flatMap(({ before }) => before[kind]),
      ...gaps[kind],
    ]);
  const [notice, publishedOn] = NOTICES[year] ?? [null, assumedDay(year)];
  return {
    notice,
    title: `国务院办公厅关于${year}年部分节假日安排的通知`,
    publishedOn,
    assumed: !(year in NOTICES),
    year,
    off: daysOf(chineseDays.holidays, 'off'),
    worked: daysOf(chineseDays.workdays, 'worked'),
  };
}

function amendingLayer({ notice, title, publishedOn, year, off, worked }) {
  return { notice, title, publishedOn, assumed: false, year, off, worked };
}

function notices() {
  const { version } = require('chinese-days/package.json');
  const chineseDays = require('chinese-days/dist/chinese-days.json');
  const years = new Set(
    Object.entries({ ...chineseDays.holidays, ...chineseDays.workdays }).map(([day, holiday]) =>
      yearOfNotice(day, holiday),
    ),
  );
  const layers = [
    ...[...years].map((year) => firstLayer(year, chineseDays)),
    ...AMENDMENTS.map(amendingLayer),
  ].sort((a, b) => a.year - b.year || (a.publishedOn < b.publishedOn ? -1 : 1));
  return {
    madeFrom: `chinese-days ${version} (MIT) and the tables of scripts/make-calendar.mjs`,
    layers,
  };
}

async function print(target, content) {
  const config = await resolveConfig(target);
  return format(JSON.stringify(content), { ...config, parser: 'json' });
}

const files = {
  'holiday-notices.json': notices(),
  'public-holidays.json': { madeFrom: holidaysMadeFrom, layers: holidayLayers() },
};
for (const [file, content] of Object.entries(files)) {
  const target = targetOf(file);
  const made = await print(target, content);
  if (!process.argv.includes('--check')) {
    writeFileSync(target, made);
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== made) {
    console.error(`${file} is out of date: run node scripts/make-calendar.mjs`);
    process.exitCode = 1;
  }
}
