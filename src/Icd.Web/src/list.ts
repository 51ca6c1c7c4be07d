/** A line of a pasted list. */
export interface Line {
  /** What is translated; empty where the line has no code in its column. */
  code: string;
  /** All columns as pasted, the code's among them. */
  cells: string[];
}

export interface List {
  lines: Line[];
  /** Names of the columns, where the first line had them. */
  header: string[] | null;
}

const icd10 = String.raw`[a-z]\d[\da-z](?:\.?[\da-z]{1,3})?[†*+]?`;
const icd11 = String.raw`[\da-z][a-hj-np-z]\d[\da-z](?:\.[\da-z]{1,2})?`;
const code = String.raw`(?:${icd10}|${icd11}|x[a-z][\da-z]{2,5}|https?://\S+)`;
const whole = new RegExp(String.raw`^(?:${code}(?:\s*[&/]\s*${code})*|${icd10}\s+${icd10})$`, "i");
/** A code and then words. Anything else behind a space might belong to the code. */
const leading = new RegExp(String.raw`^(${code})\s+[-–:]?\s*\p{L}{2}`, "iu");

/**
 * Reads what was pasted: codes one a line, several on a line, or columns of a spreadsheet. Nothing is mended: a line in which no code is
 * recognised is handed on whole, and the server says what is wrong with it.
 */
export function readList(text: string): List {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/).filter(line => line.trim() !== "");
  // A comma without a space may be a Norwegian's decimal point.
  const separator = lines.some(line => line.includes("\t")) ? "\t" : lines.some(line => line.includes(";")) ? ";" : /,\s+/;
  const rows = lines.map(line => line.split(separator).map(unquoted));
  if (rows.every(cells => cells.every(cell => whole.test(cell)))) return { header: null, lines: rows.flatMap(paired).map(cell => ({ code: cell, cells: [cell] })) };

  const counts = [...Array(Math.max(...rows.map(cells => cells.length))).keys()].map(at => rows.filter(cells => codeOf(cells[at] ?? "") !== null).length);
  const most = Math.max(...counts);
  if (most === 0) return { header: null, lines: lines.map(line => ({ code: line.trim(), cells: [line.trim()] })) };
  const at = counts.indexOf(most);
  const isHeader = rows.length > 1 && rows[0]!.length > 1 && rows[0]!.length === rows[1]!.length && rows[0]!.every(cell => codeOf(cell) === null) && codeOf(rows[1]![at] ?? "") !== null;
  const body = rows.slice(isHeader ? 1 : 0).map((cells, i) => {
    const cell = cells[at] ?? "";
    return cells.length === 1 && codeOf(cell) === null ? { code: lines[isHeader ? i + 1 : i]!.trim(), cells } : { code: codeOf(cell) ?? cell, cells };
  });
  return { header: isHeader ? rows[0]! : null, lines: body };
}

const unquoted = (cell: string) => cell.trim().replace(/^"(.*)"$/, "$1").replaceAll('""', '"').trim();

const codeOf = (cell: string) => (whole.test(cell) ? cell : leading.exec(cell)?.[1] ?? null);

/** A dagger code and its asterisk code beside it are one diagnosis. */
const paired = (cells: string[]) => (cells.length === 2 && !cells[0]!.endsWith("*") && cells[1]!.endsWith("*") ? [cells.join(" ")] : cells);
