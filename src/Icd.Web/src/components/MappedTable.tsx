import { Button, Table } from "@navikt/ds-react";
import { memo, useState } from "react";
import { links } from "../route";
import { useTexts } from "../texts";
import type { Row } from "../views/ListView";
import { Losses } from "./Losses";
import { Quoted } from "./Quoted";
import { RelationTag } from "./RelationTag";

/** A browser draws this many at once; of a longer list the rest is a press away. */
const step = 300;

/** A translated list, line by line. */
export function MappedTable({ rows }: { rows: Row[] }) {
  const texts = useTexts();
  const [count, setCount] = useState(step);
  const more = Math.min(step, rows.length - count);
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label={texts.listTitle}>
        <Table size="small" zebraStripes className="mapped">
          <Table.Header>
            <Table.Row>
              {[texts.input, texts.target, texts.relation, texts.remark].map(name => <Table.HeaderCell key={name} scope="col">{name}</Table.HeaderCell>)}
            </Table.Row>
          </Table.Header>
          <Table.Body>{rows.slice(0, count).map((row, i) => <Line key={i} row={row} />)}</Table.Body>
        </Table>
      </div>
      {more > 0 && <Button className="no-print unfold" size="small" variant="secondary-neutral" onClick={() => setCount(count + step)}>{texts.showRows(more)}</Button>}
    </>
  );
}

const Line = memo(function Line({ row: { code, cells, mapped } }: { row: Row }) {
  const texts = useTexts();
  const isBack = mapped?.direction === "icd11-to-icd10";
  const rest = cells.map(cell => (cell.startsWith(code) ? cell.slice(code.length).trim() : cell)).filter(cell => cell !== "").join(" · ");
  return (
    <Table.Row>
      <Table.HeaderCell scope="row"><span className="code">{code === "" ? "–" : code}</span>{rest !== "" && <span className="hint rest">{rest}</span>}</Table.HeaderCell>
      <Table.DataCell>
        {mapped?.expression == null ? "–" : isBack
          ? mapped.expression.split(" ").map(target => <a key={target} className="code" href={links.icd10(target.replace(/[†*+]/g, ""))}>{target} </a>)
          : <a className="code wrap" href={links.expression(mapped.expression)}>{mapped.expression}</a>}
        {mapped?.title && <span className="hint rest"><Quoted text={mapped.title} /></span>}
      </Table.DataCell>
      <Table.DataCell>
        {mapped?.relation && <RelationTag relation={mapped.relation} target={isBack ? "ICD-10" : "ICD-11"} />}
        {(mapped === null || mapped.review || mapped.expression === null) && <strong className="must"> {texts.review}</strong>}
      </Table.DataCell>
      <Table.DataCell>
        {mapped && <Losses mapped={mapped} />}
        {mapped && mapped.alternatives.length > 0 && (
          <details>
            <summary>{mapped.review ? texts.alternatives : texts.alternativesIf} ({mapped.alternatives.length})</summary>
            <ul className="choices">
              {mapped.alternatives.map(({ expression, condition }) => <li key={expression}><span className="code">{expression}</span> <Quoted text={condition} /></li>)}
            </ul>
          </details>
        )}
        {mapped?.message && <span className="hint"><Quoted text={mapped.message} /></span>}
      </Table.DataCell>
    </Table.Row>
  );
});
