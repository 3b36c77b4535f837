// What can be done to the chosen marks together: colour, style, tags, a copy, removal. Each is one edit, and one undo
// takes it back.
import { Copy, Palette, PenTool, Trash2, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useRef, type ReactNode } from 'react';
import type { Annotation } from '../../src-core/annotation/annotation';
import { citationForms } from '../../src-core/citation/cite';
import { markColors, markStyles } from '../../src-core/annotation/palette';
import { chooseNone } from '../state/mark-list';
import { useStrings } from '../strings/use-strings';
import { Hint } from '../ui/CommandButton';
import { Menu } from '../ui/Menu';
import { TagField } from './TagField';
import { copyMarks } from './copy-quotation';
import { changeMarks, removeMarks } from './mark-actions';

/** Draws the bar. */
export function BulkBar({ marks }: { readonly marks: readonly Annotation[] }): ReactNode {
  const strings = useStrings();
  const { desk } = strings;
  const field = useRef<HTMLInputElement>(null);
  const ids = marks.map(({ annotationId }) => annotationId);
  const [first] = marks;
  const common = (first?.tags ?? []).filter((tag) => marks.every(({ tags }) => tags.includes(tag)));

  function changeTags(next: readonly string[]): void {
    const added = next.filter((tag) => !common.includes(tag));
    const dropped = common.filter((tag) => !next.includes(tag));
    changeMarks(ids, ({ tags }) => ({
      tags: [...new Set([...tags.filter((tag) => !dropped.includes(tag)), ...added])],
    }));
  }

  return (
    <div className="bulk-bar" role="group" aria-label={desk.bulk}>
      <div className="bulk-row">
        <span className="count" role="status">
          {desk.chosen(marks.length)}
        </span>
        <Menu label={desk.recolor} icon={Palette}>
          {markColors.map((color) => (
            <DropdownMenu.Item
              key={color}
              className="menu-entry"
              onSelect={() => changeMarks(ids, () => ({ color }))}
            >
              <span className={`pigment pigment-${color}`} aria-hidden="true" />
              {strings.colors[color]}
            </DropdownMenu.Item>
          ))}
        </Menu>
        <Menu label={desk.restyle} icon={PenTool}>
          {markStyles.map((style) => (
            <DropdownMenu.Item
              key={style}
              className="menu-entry"
              onSelect={() => changeMarks(ids, () => ({ style }))}
            >
              {strings.styles[style]}
            </DropdownMenu.Item>
          ))}
        </Menu>
        <Menu label={desk.cite} icon={Copy}>
          {citationForms.map((form) => (
            <DropdownMenu.Item key={form} className="menu-entry" onSelect={() => copyMarks(ids, form)}>
              {desk.citeForms[form]}
            </DropdownMenu.Item>
          ))}
        </Menu>
        <BulkButton label={desk.remove} onPress={() => removeMarks(ids)}>
          <Trash2 size={16} aria-hidden="true" />
        </BulkButton>
        <BulkButton label={desk.chooseNone} onPress={chooseNone}>
          <X size={16} aria-hidden="true" />
        </BulkButton>
      </div>
      <TagField tags={common} field={field} onChange={changeTags} />
    </div>
  );
}

function BulkButton(props: {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Hint label={props.label}>
      <button type="button" className="icon-button" aria-label={props.label} onClick={props.onPress}>
        {props.children}
      </button>
    </Hint>
  );
}
