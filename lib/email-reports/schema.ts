import { z } from "zod";
import { WEEKDAYS } from "./constants.ts";
import { parseRecipients } from "./recipients.ts";

const LABEL_LENGTH = 60;
const ZONE_LENGTH = 64;
const TYPED_LENGTH = 20_000;

const isWeekday = (text: string) => WEEKDAYS.some(({ value }) => value === text);

/**
 * The form of the tab, as it is sent. What is turned on must be able to send; what is off may be incomplete. Whether
 * the time zone is one is for the server to know.
 */
export const saveEmailReportsSchema = z
  .object({
    enabled: z.boolean(),
    recipients: z.string().max(TYPED_LENGTH, "This is too long to be a list of addresses."),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time of day from 00:00 to 23:59, such as 08:00."),
    zone: z.string().trim().min(1, "Choose a time zone.").max(ZONE_LENGTH, "Choose a time zone of the list."),
    days: z.array(z.string().refine(isWeekday, "Choose days of the week.")),
    sender: z.string().trim(),
    onlyWhenFound: z.boolean(),
    heartbeatDay: z.string().refine(isWeekday, "Choose a day of the week."),
    isPrivate: z.boolean(),
    label: z.string().trim().max(LABEL_LENGTH, `Use at most ${LABEL_LENGTH} characters.`),
    version: z.number().int().min(0),
  })
  .superRefine((input, ctx) => {
    const refuse = (field: string, message: string) =>
      ctx.addIssue({ code: "custom", path: [field], message });
    const recipients = parseRecipients(input.recipients);
    if (!recipients.ok) refuse("recipients", recipients.issues.map(({ message }) => message).join(" "));
    else if (input.enabled && recipients.value.length === 0)
      refuse("recipients", "Enter at least one address, or turn the reports off.");
    if (input.sender !== "" && readSender(input.sender) === null)
      refuse("sender", "Enter one address, such as reports@example.com.");
    if (input.enabled && input.sender === "")
      refuse("sender", "Enter the address that the reports come from.");
    if (input.days.length === 0) refuse("days", "Choose at least one day of the week.");
    if (input.onlyWhenFound && input.days.length > 0 && !input.days.includes(input.heartbeatDay))
      refuse("heartbeatDay", "Choose one of the days on which reports are sent.");
  });

export type SaveEmailReportsInput = z.output<typeof saveEmailReportsSchema>;

/** The one address in a text, as SES takes it, or null. */
export function readSender(text: string): string | null {
  const read = parseRecipients(text);
  const [address, ...others] = read.ok ? read.value : [];
  return address !== undefined && others.length === 0 ? address : null;
}

export const deliverySchema = z.object({ id: z.string().min(1).max(100) });
export const addressSchema = z.object({ address: z.string().min(3).max(254) });
/** A calendar day; whether there is such a day is found when it is used. */
export const previewSchema = z.object({
  day: z.iso.date("Enter a day as YYYY-MM-DD."),
});
