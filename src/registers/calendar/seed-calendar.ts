import type { DataSource } from 'typeorm';
import { toCalendarLayer, type WrittenLayer } from '../../kernel/calendar-layer';
import { INSERT_LAYER, valuesOf } from './calendar.repository';
import notices from './data/holiday-notices.json';
import holidays from './data/public-holidays.json';

const shipped = [...notices.layers, ...holidays.layers] as readonly WrittenLayer[];

/**
 * Enters the notices and holidays that came with this release and are not there yet, as the owner of the database. A later
 * release brings further layers; none is ever changed.
 */
export async function seedCalendar(owner: DataSource): Promise<void> {
  for (const layer of shipped) await owner.query(INSERT_LAYER, valuesOf(toCalendarLayer(layer)));
}
