// What is done with the make-up 版面 of a printed page: the weight of an article, and the place that it keeps.
import { command } from './command-spec';

/** The commands of weight and place. */
export const makeUpCommands = [
  command('make-up.heavier', '更重：排得更前、标题更大', 'Heavier: further up, larger headline', 'view', 5, [
    'Alt+ArrowUp',
  ]),
  command(
    'make-up.lighter',
    '更轻：排得更后、标题更小',
    'Lighter: further down, smaller headline',
    'view',
    5,
    ['Alt+ArrowDown'],
  ),
  command('make-up.earlier', '往前移一位', 'One place earlier', 'view', 5, ['Alt+PageUp']),
  command('make-up.later', '往后移一位', 'One place later', 'view', 5, ['Alt+PageDown']),
  command('make-up.keep-place', '固定或放开位置', 'Keep or free its place', 'view', 5, ['Alt+Home']),
  command('make-up.automatic', '恢复自动排版', 'Automatic make-up', 'view', 5, []),
] as const;
