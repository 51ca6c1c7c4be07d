import { Alert, Button, Checkbox, CopyButton, Heading, Textarea } from "@navikt/ds-react";
import { useEffect, useMemo, useState } from "react";
import { mapList } from "../api";
import { Failure } from "../components/Failure";
import { MappedTable } from "../components/MappedTable";
import { readList, type Line } from "../list";
import { useServerLanguage, useTexts, type Texts } from "../texts";
import type { Mapped } from "../types";

const maxLines = 5000;

/** A line with its answer; null where it has no code to ask for. */
export interface Row extends Line { mapped: Mapped | null }

/** The list while the page is open: whoever follows a code of it finds it again on the way back. */
let kept: { text: string; rows: Row[]; header: string[] | null } = { text: "", rows: [], header: null };

/** A whole list from one system to the other, with the questions that remain. */
export function ListView() {
  const texts = useTexts();
  const lang = useServerLanguage();
  const [text, setText] = useState(kept.text);
  const [rows, setRows] = useState<Row[]>(kept.rows);
  const [header, setHeader] = useState<string[] | null>(kept.header);
  useEffect(() => { kept = { text, rows, header }; }, [text, rows, header]);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [isOnlyReview, setOnlyReview] = useState(false);
  const lineCount = text.split("\n").length;
  const isTooLong = lineCount > maxLines && readList(text).lines.length > maxLines;
  const translate = async () => {
    setBusy(true);
    setError(null);
    const list = readList(text);
    try {
      const answers = await mapList(list.lines.map(line => line.code).filter(code => code !== ""), lang);
      let next = 0;
      setRows(list.lines.map(line => ({ ...line, mapped: line.code === "" ? null : answers[next++] ?? null })));
      setHeader(list.header);
      setOnlyReview(false);
    } catch (problem) {
      setError(problem as Error);
    } finally {
      setBusy(false);
    }
  };
  const reviews = rows.filter(needsLook);
  const table = useMemo(() => tableOf(rows, header, texts), [rows, header, texts]);
  return (
    <div className="view">
      <Heading level="1" size="medium">{texts.listTitle}</Heading>
      <Textarea
        className="no-print" label={texts.listLabel} description={texts.listHelp} value={text} onChange={event => setText(event.target.value)} minRows={6} maxRows={16}
        error={isTooLong ? texts.tooMany(maxLines) : undefined} spellCheck={false}
      />
      <p className="no-print plain"><Button onClick={translate} loading={isBusy} disabled={text.trim() === "" || isTooLong}>{texts.translate}</Button></p>
      {error && <Failure error={error} retry={translate} />}
      <div role="status">
        {rows.length > 0 && (
          <Alert variant={reviews.length > 0 ? "warning" : "success"} size="small">
            {texts.rowsDone(rows.length)} {reviews.length > 0 ? `${texts.mustChoose(reviews.length)}.` : texts.nothingToChoose}
          </Alert>
        )}
      </div>
      {rows.length > 0 && (
        <>
          <ul className="chips no-print">
            <li><CopyButton size="small" text={texts.copyTable} activeText={texts.copied} copyText={table.map(cells => cells.map(oneLine).join("\t")).join("\n")} /></li>
            <li><Button size="small" variant="tertiary-neutral" onClick={() => download(table)}>{texts.download}</Button></li>
            {reviews.length > 0 && reviews.length < rows.length && (
              <li><Checkbox size="small" checked={isOnlyReview} onChange={event => setOnlyReview(event.target.checked)}>{texts.onlyReview}</Checkbox></li>
            )}
          </ul>
          <MappedTable rows={isOnlyReview ? reviews : rows} />
        </>
      )}
    </div>
  );
}

/** A human must choose, or there is no answer. */
const needsLook = ({ mapped }: Row) => mapped === null || mapped.review || mapped.expression === null;

/** What was pasted, column for column, and the answers behind it. */
function tableOf(rows: Row[], header: string[] | null, texts: Texts): string[][] {
  const width = Math.max(1, ...rows.map(row => row.cells.length));
  const names = [...Array(width).keys()].map(i => header?.[i] ?? (width === 1 ? texts.input : texts.column(i + 1)));
  const answers = [texts.input, texts.target, texts.meaning, texts.relation, texts.review, texts.lost, texts.added, texts.remark, texts.source];
  // A list of codes alone has them in its only column already.
  const from = width === 1 ? 1 : 0;
  return [[...names, ...answers.slice(from)], ...rows.map(row => [...names.map((_, i) => row.cells[i] ?? ""), ...cellsOf(row, texts.review).slice(from)])];
}

function cellsOf(row: Row, review: string): string[] {
  const { mapped } = row;
  return mapped === null ? [row.code, "", "", "", review, "", "", "", ""] : [
    row.code, mapped.expression ?? "", mapped.title ?? "", mapped.relation ?? "", needsLook(row) ? review : "",
    mapped.lost.join("; "), mapped.added.join("; "), mapped.message ?? "", mapped.provenance,
  ];
}

const oneLine = (text: string) => text.replace(/[\t\r\n]+/g, " ");

/** With semicolons and a byte order mark, as Excel in Norway reads it. */
function download(table: string[][]): void {
  const quoted = (text: string) => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const address = URL.createObjectURL(new Blob(["\uFEFF", table.map(cells => cells.map(quoted).join(";")).join("\r\n"), "\r\n"], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "icd.csv";
  link.click();
  URL.revokeObjectURL(address);
}
