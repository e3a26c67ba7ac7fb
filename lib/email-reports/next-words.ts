/** "Next report on Monday 08:00 Europe/Berlin to 3 recipients" */
export function nextWords(at: Date, zone: string, recipients: number): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(at);
  const weekday = format({ weekday: "long" });
  const time = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const whom = recipients === 1 ? "1 recipient" : `${recipients} recipients`;
  return `Next report on ${weekday} ${time} ${zone} to ${whom}`;
}
