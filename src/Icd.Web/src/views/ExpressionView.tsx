import { Back } from "../components/Back";
import { Builder } from "../components/Builder";
import { go, links } from "../route";

export function ExpressionView({ expression }: { expression: string }) {
  return (
    <div className="view">
      <Back />
      <Builder expression={expression} onChange={next => go(next === "" ? links.search() : links.expression(next))} />
    </div>
  );
}
