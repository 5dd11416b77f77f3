/** The public holidays that npm's date-holidays has for places outside the State Council's calendar, a layer a year. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Holidays = require('date-holidays');
const { version } = require('date-holidays/package.json');

/** Calendar -> the country as the package has it, and its name in the layers' titles. Days of regions are left out. */
const PLACES = { TW: '台湾', ES: '西班牙' };
const YEARS = { first: 2009, last: 2026 };

/** What the rights to the days ask for to be said. */
export const holidaysMadeFrom = `date-holidays ${version} (ISC; its data CC BY-SA 3.0, attributions in its data/countries)`;

/** Both places publish their days before the winter of the year before: a day on which they were known, marked as assumed. */
const assumedDay = (year) => `${year - 1}-11-01`;

/** The days that are off by law, substitutes for those on a weekend among them; days that only some keep are left out. */
function daysOff(calendar, year) {
  const named = new Holidays(calendar)
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10));
  // A substitute may fall into the December before.
  const strange = named.find(
    (day) => !day.startsWith(`${year}-`) && !day.startsWith(`${year - 1}-12-`),
  );
  if (strange !== undefined) throw new Error(`${calendar} ${year} names ${strange}`);
  return [...new Set(named)].sort();
}

function layerOf(calendar, year) {
  return {
    calendar,
    official: false,
    notice: null,
    title: `${year}年${PLACES[calendar]}公众假日（据date-holidays ${version}，非官方）`,
    publishedOn: assumedDay(year),
    assumed: true,
    year,
    off: daysOff(calendar, year),
    worked: [],
  };
}

/** The layers, by place and year. */
export function holidayLayers() {
  const years = Array.from({ length: YEARS.last - YEARS.first + 1 }, (_, n) => YEARS.first + n);
  return Object.keys(PLACES).flatMap((place) => years.map((year) => layerOf(place, year)));
}
