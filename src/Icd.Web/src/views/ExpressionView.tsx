import { Builder } from "../components/Builder";
import { go, links } from "../route";
import { useTexts } from "../texts";

export function ExpressionView({ expression }: { expression: string }) {
  const texts = useTexts();
  return (
    <div className="view">
      <p className="plain no-print"><a href={links.search()}>{texts.newSearch}</a></p>
      <Builder expression={expression} onChange={next => go(next === "" ? links.search() : links.expression(next))} />
    </div>
  );
}
