import type { DataSource } from 'typeorm';
import { toCalendarLayer } from '../../kernel/calendar-layer';
import notices from './data/holiday-notices.json';

/**
 * Enters the notices that came with this release and are not there yet, as the owner of the database. A later release brings
 * further layers; none is ever changed.
 */
export async function seedCalendar(owner: DataSource): Promise<void> {
  for (const written of notices.layers) {
    const layer = toCalendarLayer(written);
    await owner.query(
      `INSERT INTO calendar_notices (notice, title, published_on, assumed, year, off, worked)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [
        layer.notice,
        layer.title,
        layer.publishedOn,
        layer.assumed,
        layer.year,
        layer.off,
        layer.worked,
      ],
    );
  }
}
