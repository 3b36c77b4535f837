// Runs the programs that prove a PDF. A missing program fails the test and names the package to install: a check that
// is skipped proves nothing.
import { execFile } from 'node:child_process';

const packages: Readonly<Record<string, string>> = {
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  mutool: 'mupdf-tools',
  qpdf: 'qpdf',
  java: 'default-jre-headless',
};

/** Gives what the program writes to its standard output; throws what it says where it fails. */
export async function runTool(program: string, args: readonly string[]): Promise<Buffer> {
  return await new Promise((resolve, reject) => {
    execFile(program, args, { encoding: 'buffer', maxBuffer: 1 << 28 }, (problem, stdout, stderr) => {
      if (problem === null) resolve(stdout);
      else if (problem.code === 'ENOENT') {
        reject(
          new Error(
            `${program} is missing. Install ${packages[program] ?? program}: apt-get install ${packages[program] ?? program}`,
          ),
        );
      } else reject(new Error(`${program} ${args.join(' ')}: ${stdout.toString()}${stderr.toString()}`));
    });
  });
}
