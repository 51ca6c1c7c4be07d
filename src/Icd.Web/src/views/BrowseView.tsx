import { Heading, ToggleGroup } from "@navikt/ds-react";
import { chapters, entity } from "../api";
import { Failure } from "../components/Failure";
import { go, links } from "../route";
import { useServerLanguage, useTexts } from "../texts";
import type { Reference, System } from "../types";
import { useAnswer } from "../useAnswer";

/** Chapters, blocks and categories, a level at a time. */
export function BrowseView({ system, id }: { system: System; id: string }) {
  const texts = useTexts();
  return (
    <div className="view">
      <Heading level="1" size="medium">{texts.browseTitle}</Heading>
      <ToggleGroup className="systems" size="small" label={texts.system} value={system} onChange={value => go(links.browse(value as System))}>
        <ToggleGroup.Item value="icd11">ICD-11</ToggleGroup.Item>
        <ToggleGroup.Item value="icd10">ICD-10</ToggleGroup.Item>
      </ToggleGroup>
      {id === "" ? <Chapters system={system} /> : <Node system={system} id={id} />}
    </div>
  );
}

function Chapters({ system }: { system: System }) {
  const texts = useTexts();
  const lang = useServerLanguage();
  const answer = useAnswer(`${system} ${lang}`, signal => chapters(system, lang, signal));
  if (answer.error) return <Failure error={answer.error} retry={answer.retry} />;
  return (
    <>
      <Heading level="2" size="small">{texts.top}</Heading>
      <List system={system} items={answer.value ?? []} />
    </>
  );
}

function Node({ system, id }: { system: System; id: string }) {
  const texts = useTexts();
  const lang = useServerLanguage();
  const { value: found, error, retry } = useAnswer(`${system} ${id} ${lang}`, signal => entity(system, id, lang, signal));
  if (error) return <Failure error={error} retry={retry} />;
  if (!found) return <p className="hint">{texts.loading}</p>;
  const named = (kind: string) => found.terms.filter(term => term.kind === kind && term.text !== null).map(term => term.text!);
  const groups: [string, string[]][] = [[texts.synonyms, named("synonym")], [texts.includes, named("inclusion")], [texts.excludes, named("exclusion")]];
  return (
    <article className="card">
      <nav aria-label={texts.path}>
        <ol className="crumbs">
          <li><a href={links.browse(system)}>{texts.top}</a></li>
          {found.ancestors.map(above => <li key={idOf(system, above)}><a href={links.browse(system, idOf(system, above))}>{above.code} <span lang={above.titleLanguage}>{above.title}</span></a></li>)}
        </ol>
      </nav>
      <Heading level="2" size="medium"><span className="code">{found.code ?? found.blockId}</span> <span lang={found.titleLanguage}>{found.title}</span></Heading>
      {Object.entries(found.titles).filter(([language]) => language !== found.titleLanguage && (language === "en" || language === "nb"))
        .map(([language, title]) => <p key={language} className="reading-other" lang={language}>{title}</p>)}
      {found.titleAuthored && <p className="hint">{texts.oursHelp}</p>}
      {!found.selectable && <p className="hint">{texts.notCode}</p>}
      {found.selectable && !found.extension && (
        <p className="plain no-print">
          <a href={system === "icd11" ? links.expression(found.code!) : links.icd10(found.code!)}>{system === "icd11" ? texts.build : texts.toIcd11}</a>
        </p>
      )}
      {groups.filter(([, names]) => names.length > 0).map(([title, names]) => (
        <details key={title}>
          <summary>{title} ({names.length})</summary>
          <ul>{names.map(name => <li key={name}>{name}</li>)}</ul>
        </details>
      ))}
      {(found.children?.length ?? 0) > 0 && (
        <>
          <Heading level="3" size="small">{texts.underIt}</Heading>
          <List system={system} items={found.children!} />
        </>
      )}
    </article>
  );
}

function List({ system, items }: { system: System; items: Reference[] }) {
  return (
    <ul className="children">
      {items.map(item => (
        <li key={idOf(system, item)}>
          <a href={links.browse(system, idOf(system, item))}><span className="code">{item.code ?? item.blockId}</span> <span lang={item.titleLanguage}>{item.title}</span></a>
        </li>
      ))}
    </ul>
  );
}

/** What the server finds an entity by: blocks have no code. */
const idOf = (system: System, item: Reference) => item.code ?? (system === "icd11" ? item.uri : item.blockId) ?? "";
