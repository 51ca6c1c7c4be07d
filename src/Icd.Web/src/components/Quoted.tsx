import { useServerLanguage } from "../texts";

/** A text of the server's. The titles in it that are in the other language are quoted, “…” in English and «…» in Norwegian, and read out in it. */
export function Quoted({ text }: { text: string }) {
  const lang = useServerLanguage();
  const [quoted, other] = lang === "en" ? [/(«[^»]*»)/, "nb"] as const : [/(“[^”]*”)/, "en"] as const;
  return <>{text.split(quoted).map((piece, i) => (i % 2 === 0 ? piece : <span key={i} lang={other}>{piece}</span>))}</>;
}
