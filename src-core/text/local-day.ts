/** The day of an instant (ISO 8601) by the calendar on the wall of this machine, as YYYY-MM-DD. */
export function localDay(iso: string): string {
  const time = new Date(iso);
  const part = (number: number): string => String(number).padStart(2, '0');
  return `${time.getFullYear()}-${part(time.getMonth() + 1)}-${part(time.getDate())}`;
}
