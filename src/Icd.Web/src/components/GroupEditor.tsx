import { XMarkIcon } from "@navikt/aksel-icons";
import { Button, Heading } from "@navikt/ds-react";
import type { StemData } from "../builderData";
import type { PartGroup } from "../expression";
import { links } from "../route";
import { useServerLanguage, useTexts } from "../texts";
import { AxisEditor } from "./AxisEditor";
import { MoreSpecific } from "./MoreSpecific";
import { Title } from "./Reading";

interface Props {
  group: PartGroup;
  /** Left out where the stem is unknown. */
  data: StemData | undefined;
  isOnly: boolean;
  /** Exchanges, adds (`from` null) or takes away (`to` null) an extension code. */
  onValue: (from: string | null, to: string | null) => void;
  /** Adds a stem that is a value of an axis. */
  onStem: (code: string) => void;
  onRemove: () => void;
  /** Exchanges the stem for a more specific one. */
  onExchange: (code: string) => void;
}

/** A stem with its values, and the axes on which it takes more. */
export function GroupEditor({ group, data, isOnly, onValue, onStem, onRemove, onExchange }: Props) {
  const texts = useTexts();
  const lang = useServerLanguage();
  const stem = group.stem.code ?? "";
  const title = group.stem[lang];
  return (
    <section className="group" aria-label={title}>
      <div className="group-top">
        <Heading level="3" size="xsmall"><a className="code" href={links.browse("icd11", stem)}>{stem}</a> <Title part={group.stem} /></Heading>
        {!isOnly && <Button size="xsmall" variant="tertiary-neutral" icon={<XMarkIcon title={texts.remove(`${stem} ${title}`)} />} onClick={onRemove} />}
      </div>
      {data && <MoreSpecific stems={data.moreSpecific} onPick={onExchange} />}
      {group.values.length > 0 && (
        <ul className="chips chosen">
          {group.values.map(value => (
            <li key={`${value.axis} ${value.text}`}>
              <Button size="small" variant="secondary" iconPosition="right" icon={<XMarkIcon aria-hidden />} title={texts.remove(value[lang])} onClick={() => onValue(value.code, null)}>
                <span className="code">{value.code}</span> <Title part={value} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {data?.shown.length === 0 && <p className="hint">{data.axes.known ? texts.noAxes : texts.unknownAxes}</p>}
      {data?.shown.map(axis => (
        <AxisEditor
          key={axis.axis} stem={stem} axis={axis} chosen={group.values.filter(value => value.axis === axis.axis).map(value => value.code ?? "")}
          onValue={onValue} onStem={onStem}
        />
      ))}
    </section>
  );
}
