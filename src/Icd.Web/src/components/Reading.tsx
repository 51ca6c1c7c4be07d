import { Fragment } from "react";
import type { Described, Part } from "../api";
import { groupedParts } from "../expression";
import { useServerLanguage } from "../texts";

/** What an expression says, in the reader's language and below it in the other one, where that says anything else. */
export function Reading({ described }: { described: Described }) {
  const lang = useServerLanguage();
  const other = lang === "en" ? "nb" : "en";
  const isSame = described.members.every(part => part.nb === part.en);
  return (
    <>
      <p className="reading"><Line parts={described.members} /></p>
      {!isSame && <p className="reading-other" lang={other}>{described[other]}</p>}
    </>
  );
}

/** Title by title, so that each is read out in its own language. */
function Line({ parts }: { parts: Part[] }) {
  return (
    <>
      {groupedParts(parts).map((group, i) => (
        <Fragment key={i}>
          {i > 0 && " / "}
          <Named part={group.stem} />
          {group.values.length > 0 && <> ({group.values.map((value, j) => <Fragment key={j}>{j > 0 && "; "}<Named part={value} /></Fragment>)})</>}
        </Fragment>
      ))}
    </>
  );
}

function Named({ part }: { part: Part }) {
  return <>{part.axisLabel && `${part.axisLabel}: `}<Title part={part} /></>;
}

/** A part's title in the reader's language, marked where there is none in it. */
export function Title({ part }: { part: Part }) {
  const lang = useServerLanguage();
  const language = lang === "en" ? part.enLanguage : part.nbLanguage;
  return <span lang={language === "" || language === lang ? undefined : language}>{part[lang]}</span>;
}
