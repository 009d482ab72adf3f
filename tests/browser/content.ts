// The tables of content/: where the words on the screen and the facts come from, so that an editor may change either.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { TOP, program } from "./servers.ts";

export type Lang = "ja" | "ja-x-easy" | "en" | "zh-Hans" | "ko" | "vi" | "pt-BR" | "tl" | "ne";

/** The languages beside the three that are complete, each with its name in itself. */
export const FURTHER = {
  "zh-Hans": "简体中文",
  ko: "한국어",
  vi: "Tiếng Việt",
  "pt-BR": "Português",
  tl: "Tagalog",
  ne: "नेपाली",
} as const;

/** All languages in the order of the switch, each with its name in itself. */
export const NAMES: Record<Lang, string> = { ja: "日本語", "ja-x-easy": "やさしい日本語", en: "English", ...FURTHER };

/** One row of a table, by the names of its columns. */
export type Row = Record<string, string>;

/** The rows of a table of a content folder, by default the one that ships. */
export function table(name: string, folder = join(TOP, "content")): Row[] {
  const [header = [], ...rows] = cells(readFileSync(join(folder, `${name}.csv`), "utf8").replace(/^\uFEFF/, ""));
  return rows.map((row) => Object.fromEntries(header.map((column, place) => [column, row[place] ?? ""])));
}

/** One of the app's own words as it is read: furigana after its kanji, placeholders filled. */
export function say(key: string, lang: Lang = "ja", values: Record<string, string> = {}): string {
  return read(at(APP, `ui.${key}`, lang)).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The Japanese that stands beside one of the app's own words while it is a draft for a crisis or for consent; empty beside any other. */
export function beside(key: string, lang: Lang): string {
  const isReviewed = lang === "ja" || find(table("languages"), "lang", lang).reviewed_by !== "";
  const isSame = bare(at(APP, `ui.${key}`, lang)) === say(key);
  return key.startsWith("crisis-") && !isReviewed && !isSame ? say(key) : "";
}

/** One of the app's own words with the Japanese beside it, as a pattern with room for the spaces and brackets that may stand around furigana. */
export function heard(key: string, lang: Lang = "ja", values: Record<string, string> = {}): RegExp {
  const whole = say(key, lang, values) + beside(key, lang);
  const spaced = Array.from(whole.replace(/\s/g, ""), (letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^\\s*${spaced.join("[\\s()]*")}[\\s()]*$`, "u");
}

/** Words of a table as they are read: furigana after its kanji. */
export function read(text: string): string {
  return text.replace(/\{([^|{}]+)\|([^|{}]+)\}/g, "$1$2");
}

/** Words of a table without their furigana. */
export function bare(text: string): string {
  return text.replace(/\{([^|{}]+)\|([^|{}]+)\}/g, "$1");
}

/** The words of a contact, in Japanese. */
export function contact(id: string, part: "name" | "hours"): string {
  return at(CONTACTS, `contact.${id}.${part}`);
}

/** The words of a support as they are read, in Japanese if no other language is named, said to a patient. */
export function support(id: string, part: string, lang: Lang = "ja"): string {
  return read(at(SUPPORTS, `support.${id}.${part}`, lang));
}

/** How a question is asked to this role, in Japanese if no other language is named. */
export function question(name: string, role = "patient", lang: Lang = "ja"): string {
  return read(SURVEY.get(`${name}.label@${role}`)?.[lang] || labelOf(find(table("survey"), "name", name), lang));
}

/** What a choice says to this role, in Japanese if no other language is named. */
export function choice(questionName: string, choiceName: string, role = "patient", lang: Lang = "ja"): string {
  const [, list = ""] = (find(table("survey"), "name", questionName).type ?? "").split(" ");
  const row = table("choices").find((row) => row.list_name === list && row.name === choiceName);
  return read(SURVEY.get(`${list}.${choiceName}.label@${role}`)?.[lang] || (row && labelOf(row, lang)) || choiceName);
}

/** The packs of the content after a change to the rows of one of its tables: a folder with rules.pack, words.en.pack … */
export function changed(name: string, change: (rows: Row[]) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "tomoni-content-"));
  cpSync(join(TOP, "content"), folder, { recursive: true });
  const rows = table(name, folder);
  change(rows);
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  const quoted = lines.map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
  writeFileSync(join(folder, `${name}.csv`), quoted.join("\n"));
  const [command = "", ...args] = program("authoring", "TOMONI_AUTHORING");
  execFileSync(command, [...args, "compile", folder, join(folder, "packs")], { cwd: TOP });
  return join(folder, "packs");
}

/** The label of a row, in the column `label::… (lang)`. */
function labelOf(row: Row, lang: Lang): string {
  const [, label = ""] = Object.entries(row).find(([column]) => column.startsWith("label::") && column.endsWith(`(${lang})`)) ?? [];
  return label;
}

const APP = new Map([...keyed("text-app"), ...keyed("text-crisis")]);
const CONTACTS = keyed("text-contacts");
const SUPPORTS = keyed("text-supports");
const SURVEY = keyed("text-survey");

function keyed(name: string): Map<string, Row> {
  return new Map(table(name).map((row) => [row.key ?? "", row]));
}

function at(rows: Map<string, Row>, key: string, lang: Lang = "ja"): string {
  const row = rows.get(key);
  if (row === undefined) throw new Error(`no table has the text ${key}`);
  return row[lang] ?? "";
}

/** The row with this value in this column. */
export function find(rows: Row[], column: string, value: string): Row {
  const row = rows.find((row) => row[column] === value);
  if (row === undefined) throw new Error(`no row has ${column} = ${value}`);
  return row;
}

/** The cells of a CSV text, as RFC 4180 has them. */
function cells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}
