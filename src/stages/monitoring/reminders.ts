/** So many calendar days before something is due, people are reminded of it (invented: no source says when). */
export const REMINDED_DAYS_BEFORE = 7;
