// Reads pages in the process of the test.
import { readPage, type PageReader } from '../../src-main/sources/read-page';

export const pageReader: PageReader = { read: (source) => readPage(source), close: () => undefined };
