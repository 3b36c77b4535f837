// Folding and searching a library's text, beside a plain `indexOf` over the same text.
import { findFolded, foldText } from '../src-core/search/fold';
import { measure, report } from './measure';

const clause = '區領導強調，要深入貫徹“綠水青山”理念，推動Ａ產業發展３．５％。';
const article = `${clause.repeat(30)}\n`;
const library = Array.from({ length: 1000 }, (_, index) => `${article}第${index}期`);
const characters = library.reduce((sum, text) => sum + text.length, 0);

const folded = library.map(foldText);
report('search', `${library.length} articles, ${characters} characters`, [
  measure('indexOf over the printed text (reference)', 20, () =>
    library.reduce((hits, text) => hits + (text.includes('第999期') ? 1 : 0), 0),
  ),
  measure('find in folded text', 20, () =>
    folded.reduce((hits, text) => hits + findFolded(text, '第999期').length, 0),
  ),
  measure('fold everything', 5, () => library.reduce((sum, text) => sum + foldText(text).text.length, 0)),
]);
