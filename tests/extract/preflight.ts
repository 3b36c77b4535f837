// Preflight of Apache PDFBox, which tells whether a file is PDF/A-1b.
import { existsSync } from 'node:fs';
import { runTool } from './run-tool';

const packages = {
  'preflight.jar': 'libpdfbox2-java',
  'pdfbox2.jar': 'libpdfbox2-java',
  'xmpbox.jar': 'libpdfbox2-java',
  'fontbox2.jar': 'libfontbox2-java',
  'commons-logging.jar': 'libcommons-logging-java',
  // Java itself has these no more.
  'jaxb-api.jar': 'libjaxb-api-java',
  'javax.activation.jar': 'libactivation-java',
} as const;

/** Gives what Preflight says of a file; throws what it complains of where it is not PDF/A-1b. */
export async function preflight(file: string): Promise<string> {
  const jars = Object.entries(packages).map(([name, from]) => ({ path: `/usr/share/java/${name}`, from }));
  const missing = jars.filter(({ path }) => !existsSync(path)).map(({ from }) => from);
  if (missing.length > 0) throw new Error(`Preflight is missing: apt-get install ${missing.join(' ')}`);
  const classes = jars.map(({ path }) => path).join(':');
  const said = await runTool('java', ['-cp', classes, 'org.apache.pdfbox.preflight.Validator_A1b', file]);
  return said.toString();
}
