import type { CSSProperties } from "react";
import type { Tone } from "../view.ts";

const FONT =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";
const MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";

type Colour = { light: string; dark: string };
/** The console's own colours. Text on every ground it stands on has a contrast of 4.5 or more. */
const COLOURS = {
  canvas: { light: "#f6f7f9", dark: "#0e1116" },
  sheet: { light: "#ffffff", dark: "#161a21" },
  line: { light: "#dfe3e9", dark: "#2b323d" },
  ink: { light: "#171c24", dark: "#e4e8ee" },
  muted: { light: "#555f6d", dark: "#a0aab8" },
  link: { light: "#2b50c8", dark: "#94adff" },
} as const satisfies Record<string, Colour>;

const TONES: Record<Tone, { text: Colour; soft: Colour }> = {
  critical: { text: { light: "#b42318", dark: "#ff9a90" }, soft: { light: "#fdeeec", dark: "#341c1d" } },
  high: { text: { light: "#a9480a", dark: "#fcae72" }, soft: { light: "#fef1e4", dark: "#312317" } },
  medium: { text: { light: "#7d5b00", dark: "#edcb5a" }, soft: { light: "#fcf4d6", dark: "#2b2614" } },
  clear: { text: { light: "#19703d", dark: "#6fd69b" }, soft: { light: "#e7f5ec", dark: "#15291d" } },
  plain: { text: COLOURS.ink, soft: { light: "#eceff3", dark: "#272e39" } },
  muted: { text: COLOURS.muted, soft: { light: "#eceff3", dark: "#272e39" } },
};

/** A style that programs without style sheets show, and the class by which a dark one replaces its colours. */
export type Look = { className: string | undefined; style: CSSProperties };

const text = (name: keyof typeof COLOURS, style: CSSProperties): Look => ({
  className: `t-${name}`,
  style: { color: COLOURS[name].light, ...style },
});

const RULED: CSSProperties = { borderBottom: `1px solid ${COLOURS.line.light}` };

export const LOOKS = {
  canvas: { className: "g-canvas", style: { backgroundColor: COLOURS.canvas.light, margin: 0, padding: 0 } },
  sheet: {
    className: "g-sheet",
    style: {
      width: "100%",
      maxWidth: "600px",
      backgroundColor: COLOURS.sheet.light,
      border: `1px solid ${COLOURS.line.light}`,
      borderCollapse: "separate",
      borderRadius: "8px",
    },
  },
  /** What all text stands in. */
  page: text("ink", { fontFamily: FONT, fontSize: "14px", lineHeight: "20px" }),
  quiet: text("muted", { margin: 0 }),
  part: text("ink", { margin: "32px 0 6px", fontSize: "18px", lineHeight: "24px" }),
  heading: text("ink", { margin: "28px 0 6px", fontSize: "15px", lineHeight: "20px" }),
  line: text("ink", { margin: 0, padding: "2px 0" }),
  small: text("muted", { margin: 0, fontSize: "13px" }),
  name: text("ink", {}),
  link: text("link", {}),
  columnHead: text("muted", {
    ...RULED,
    padding: "4px 0 4px 12px",
    fontSize: "12px",
    fontWeight: 400,
    whiteSpace: "nowrap",
  }),
  cell: { className: undefined, style: { ...RULED, padding: "5px 0 5px 12px", fontWeight: 400 } },
} satisfies Record<string, Look>;

/** A verdict as large text in the colour of its severity. */
export function verdictLook(tone: Tone): Look {
  return {
    className: `c-${tone}`,
    style: { margin: "2px 0", color: TONES[tone].text.light, fontSize: "24px", lineHeight: "32px" },
  };
}

/** A word in the colour of its severity. */
export function toneLook(tone: Tone): Look {
  return { className: `c-${tone}`, style: { color: TONES[tone].text.light } };
}

/** A label on a soft ground of its severity. */
export function badgeLook(tone: Tone): Look {
  return {
    className: `c-${tone} s-${tone}`,
    style: {
      color: TONES[tone].text.light,
      backgroundColor: TONES[tone].soft.light,
      borderRadius: "4px",
      padding: "0 6px",
    },
  };
}

/** What stands on a soft ground as a whole. */
export function noticeLook(tone: Tone): Look {
  return {
    className: `c-${tone} s-${tone}`,
    style: {
      margin: "12px 0 0",
      color: TONES[tone].text.light,
      backgroundColor: TONES[tone].soft.light,
      borderRadius: "6px",
      padding: "8px 12px",
    },
  };
}

/** Apart in lightness too, for those who do not tell their hues apart. */
const BARS = {
  critical: { light: "#b42318", dark: "#ff8377" },
  others: { light: "#e8a770", dark: "#8c5c30" },
} as const satisfies Record<string, Colour>;

export type BarPart = keyof typeof BARS;

/** A part of a bar. */
export function barLook(part: BarPart): Look {
  return {
    className: `b-${part}`,
    style: { ...BAR_SPACE, backgroundColor: BARS[part].light },
  };
}

/** What every part of a bar takes, and the rest of its line. */
export const BAR_SPACE: CSSProperties = { height: "10px", fontSize: "1px", lineHeight: "10px", padding: 0 };

const rule = (selector: string, declarations: Record<string, string>) =>
  `${selector}{${Object.entries(declarations)
    .map(([name, value]) => `${name}:${value}!important`)
    .join(";")}}`;

const darkRules = [
  ...Object.entries(COLOURS).map(([name, { dark }]) => rule(`.t-${name}`, { color: dark })),
  rule(".g-canvas", { "background-color": COLOURS.canvas.dark }),
  rule(".g-sheet", { "background-color": COLOURS.sheet.dark, "border-color": COLOURS.line.dark }),
  rule("th,td", { "border-color": COLOURS.line.dark }),
  ...Object.entries(TONES).flatMap(([tone, { text: ink, soft }]) => [
    rule(`.c-${tone}`, { color: ink.dark }),
    rule(`.s-${tone}`, { "background-color": soft.dark }),
  ]),
  ...Object.entries(BARS).map(([part, { dark }]) => rule(`.b-${part}`, { "background-color": dark })),
].join("");

/** The style sheet: what inline styles leave out, dark colours, and less room at the edges of small screens. */
export const STYLE_SHEET = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  `table,td,th,p,h1,h2,h3,div{font-family:${FONT}}`,
  "h1,h2,h3{font-weight:600}",
  "td,th{vertical-align:top;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}",
  `code{font-family:${MONO};font-size:13px;overflow-wrap:anywhere}`,
  `@media (prefers-color-scheme:dark){${darkRules}}`,
  "@media (max-width:480px){.edge{padding:0!important}.inside{padding:20px 16px!important}.g-sheet{border-width:0!important;border-radius:0!important}.tight{padding-left:6px!important;font-size:13px!important}}",
].join("");
