// The choices that order the list of marks and narrow it down: by colour, style, tag, author.
import { ArrowUpDown, Eye, EyeOff, Palette, PenTool, Tag, User } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { tagTree, type TagNode } from '../../src-core/annotation/tag-tree';
import { markColors, markStyles } from '../../src-core/annotation/palette';
import { toggleAuthor, useMarkList } from '../state/mark-list';
import { useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';
import { Choice, Menu } from '../ui/Menu';
import { countAuthors, countTags, styleOf, type MarkFilter } from './filter-marks';
import type { PlacedMark } from './mark-ranges';
import { markOrders } from './sort-marks';

type FilterMenusProps = {
  readonly filter: MarkFilter;
  readonly marks: readonly PlacedMark[];
  readonly onChange: (filter: MarkFilter) => void;
};

/** Draws the menus. */
export function FilterMenus(props: FilterMenusProps): ReactNode {
  const strings = useStrings();
  const { filter } = props;
  const order = useMarkList((state) => state.order);
  const hidden = useMarkList((state) => state.hiddenAuthors);
  return (
    <>
      <Menu label={strings.desk.order} icon={ArrowUpDown} isPressed={order !== 'place'}>
        <OrderChoices />
      </Menu>
      <Menu label={strings.marks.filterColor} icon={Palette} isPressed={filter.color !== null}>
        <ColorChoices {...props} />
      </Menu>
      <Menu label={strings.marks.filterStyle} icon={PenTool} isPressed={filter.style !== null}>
        <StyleChoices {...props} />
      </Menu>
      <Menu label={strings.marks.filterTag} icon={Tag} isPressed={filter.tag !== null}>
        <TagChoices {...props} />
      </Menu>
      <Menu
        label={strings.desk.filterAuthor}
        icon={User}
        isPressed={filter.author !== null || hidden.size > 0}
      >
        <AuthorChoices {...props} />
      </Menu>
    </>
  );
}

function OrderChoices(): ReactNode {
  const strings = useStrings();
  const order = useMarkList((state) => state.order);
  return (
    <DropdownMenu.RadioGroup
      value={order}
      onValueChange={(value) => {
        const chosen = markOrders.find((candidate) => candidate === value);
        if (chosen !== undefined) useMarkList.setState({ order: chosen });
      }}
    >
      {markOrders.map((each) => (
        <Choice key={each} value={each}>
          {strings.desk.orders[each]}
        </Choice>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

function ColorChoices({ filter, marks, onChange }: FilterMenusProps): ReactNode {
  const strings = useStrings();
  const meanings = useSettings((state) => state.settings.colorMeanings);
  return (
    <DropdownMenu.RadioGroup
      value={filter.color ?? ''}
      onValueChange={(value) =>
        onChange({ ...filter, color: markColors.find((color) => color === value) ?? null })
      }
    >
      <Choice value="">{strings.marks.allColors}</Choice>
      {markColors.map((color) => (
        <Choice key={color} value={color}>
          <span className={`pigment pigment-${color}`} aria-hidden="true" />
          {strings.desk.colorWithMeaning(strings.colors[color], meanings[color] ?? '')}
          <span className="count">{marks.filter(({ mark }) => mark.color === color).length}</span>
        </Choice>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

function StyleChoices({ filter, marks, onChange }: FilterMenusProps): ReactNode {
  const strings = useStrings();
  return (
    <DropdownMenu.RadioGroup
      value={filter.style ?? ''}
      onValueChange={(value) =>
        onChange({ ...filter, style: markStyles.find((style) => style === value) ?? null })
      }
    >
      <Choice value="">{strings.marks.allStyles}</Choice>
      {markStyles.map((style) => (
        <Choice key={style} value={style}>
          {strings.styles[style]}
          <span className="count">{marks.filter(({ mark }) => styleOf(mark) === style).length}</span>
        </Choice>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

function TagChoices({ filter, marks, onChange }: FilterMenusProps): ReactNode {
  const strings = useStrings();
  const tree = tagTree(countTags(marks));
  return (
    <DropdownMenu.RadioGroup
      value={filter.tag ?? ''}
      onValueChange={(value) => onChange({ ...filter, tag: value === '' ? null : value })}
    >
      <Choice value="">{tree.length === 0 ? strings.marks.noTags : strings.marks.allTags}</Choice>
      {tree.map((node) => (
        <TagChoice key={node.tag} node={node} depth={0} />
      ))}
    </DropdownMenu.RadioGroup>
  );
}

function TagChoice({ node, depth }: { readonly node: TagNode; readonly depth: number }): ReactNode {
  return (
    <>
      <Choice value={node.tag}>
        <span style={{ paddingInlineStart: depth * indent }}>{node.name}</span>
        <span className="count">{node.all}</span>
      </Choice>
      {node.children.map((child) => (
        <TagChoice key={child.tag} node={child} depth={depth + 1} />
      ))}
    </>
  );
}

/** How far a tag stands in below its own, in CSS pixels. */
const indent = 14;

function AuthorChoices({ filter, marks, onChange }: FilterMenusProps): ReactNode {
  const strings = useStrings();
  const hidden = useMarkList((state) => state.hiddenAuthors);
  const authors = countAuthors(marks);
  const nameOf = (author: string): string => (author === '' ? strings.marks.noAuthor : author);
  return (
    <>
      <DropdownMenu.RadioGroup
        value={filter.author === null ? everyone : `=${filter.author}`}
        onValueChange={(value) => onChange({ ...filter, author: value === everyone ? null : value.slice(1) })}
      >
        <Choice value={everyone}>{strings.desk.allAuthors}</Choice>
        {authors.map(({ author, count }) => (
          <Choice key={author} value={`=${author}`}>
            {nameOf(author)}
            <span className="count">{count}</span>
          </Choice>
        ))}
      </DropdownMenu.RadioGroup>
      {authors.length > 0 && <DropdownMenu.Separator className="menu-rule" />}
      {authors.map(({ author }) => {
        const isHidden = hidden.has(author);
        const Icon = isHidden ? EyeOff : Eye;
        return (
          <DropdownMenu.CheckboxItem
            key={author}
            className="menu-entry"
            checked={!isHidden}
            onCheckedChange={() => toggleAuthor(author)}
            // Several authors may be shown or hidden in one go.
            onSelect={(event) => event.preventDefault()}
          >
            <Icon size={14} aria-hidden="true" />
            {strings.desk.showAuthor(nameOf(author))}
          </DropdownMenu.CheckboxItem>
        );
      })}
    </>
  );
}

/** Stands for no choice of an author; names are told by a sign before them, since a name may be anything. */
const everyone = '';
