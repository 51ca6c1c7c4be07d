import { Alert, Button, CopyButton, Heading, Table, Textarea } from "@navikt/ds-react";
import { useState } from "react";
import { mapList } from "../api";
import { Failure } from "../components/Failure";
import { Losses } from "../components/Losses";
import { RelationTag } from "../components/RelationTag";
import { links } from "../route";
import { useServerLanguage, useTexts } from "../texts";
import type { Mapped } from "../types";

const maxLines = 5000;

/** A whole list from one system to the other, with the questions that remain. */
export function ListView() {
  const texts = useTexts();
  const lang = useServerLanguage();
  const [text, setText] = useState("");
  const [rows, setRows] = useState<Mapped[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const codes = text.split(/\r?\n/).map(line => line.trim()).filter(line => line !== "");
  const isTooLong = codes.length > maxLines;
  const translate = async () => {
    setBusy(true);
    setError(null);
    try {
      setRows(await mapList(codes, lang));
    } catch (problem) {
      setError(problem as Error);
    } finally {
      setBusy(false);
    }
  };
  const reviews = rows.filter(row => row.review).length;
  const table = [[texts.input, texts.target, texts.relation, texts.lost, texts.added, texts.remark, texts.source], ...rows.map(cellsOf)];
  return (
    <div className="view">
      <Heading level="1" size="medium">{texts.listTitle}</Heading>
      <Textarea
        className="no-print" label={texts.listLabel} description={texts.listHelp} value={text} onChange={event => setText(event.target.value)} minRows={6} maxRows={16}
        error={isTooLong ? texts.tooMany(maxLines) : undefined} spellCheck={false}
      />
      <p className="no-print"><Button onClick={translate} loading={isBusy} disabled={codes.length === 0 || isTooLong}>{texts.translate}</Button></p>
      {error && <Failure error={error} retry={translate} />}
      {rows.length > 0 && (
        <>
          <div role="status">{reviews > 0 && <Alert variant="warning" size="small">{texts.mustChoose(reviews)}</Alert>}</div>
          <ul className="chips no-print">
            <li><CopyButton size="small" text={texts.copyTable} activeText={texts.copied} copyText={table.map(cells => cells.map(oneLine).join("\t")).join("\n")} /></li>
            <li><Button size="small" variant="tertiary-neutral" onClick={() => download(table)}>{texts.download}</Button></li>
          </ul>
          <div className="scroll" tabIndex={0} role="region" aria-label={texts.listTitle}>
            <Table size="small" zebraStripes>
              <Table.Header>
                <Table.Row>
                  {[texts.input, texts.target, texts.relation, texts.remark].map(name => <Table.HeaderCell key={name} scope="col">{name}</Table.HeaderCell>)}
                </Table.Row>
              </Table.Header>
              <Table.Body>{rows.map((row, i) => <Row key={i} row={row} />)}</Table.Body>
            </Table>
          </div>
        </>
      )}
    </div>
  );
}

function Row({ row }: { row: Mapped }) {
  const texts = useTexts();
  const isBack = row.direction === "icd11-to-icd10";
  const link = isBack ? links.icd10 : links.expression;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" className="code">{row.input}</Table.HeaderCell>
      <Table.DataCell>
        {row.expression === null ? "–" : isBack
          ? row.expression.split(" ").map(code => <a key={code} className="code" href={link(code.replace(/[†*+]/g, ""))}>{code} </a>)
          : <a className="code wrap" href={link(row.expression)}>{row.expression}</a>}
      </Table.DataCell>
      <Table.DataCell><RelationTag relation={row.relation} target={isBack ? "ICD-10" : "ICD-11"} />{row.review && <strong className="must"> {texts.review}</strong>}</Table.DataCell>
      <Table.DataCell>
        <Losses mapped={row} />
        {row.alternatives.length > 0 && (
          <details>
            <summary>{row.review ? texts.alternatives : texts.alternativesIf} ({row.alternatives.length})</summary>
            <ul className="choices">
              {row.alternatives.map(alternative => <li key={alternative.expression}><span className="code">{alternative.expression}</span> {alternative.condition}</li>)}
            </ul>
          </details>
        )}
        {row.message && <span className="hint">{row.message}</span>}
      </Table.DataCell>
    </Table.Row>
  );
}

const cellsOf = (row: Mapped) => [row.input, row.expression ?? "", row.relation ?? "", row.lost.join("; "), row.added.join("; "), row.message ?? "", row.provenance];

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
