// Stands in a fallback runtime for Electron's own default application: what `electron FOLDER` does.
// The first argument that is not a switch names the application folder; `-r FILE` is loaded before it.
// Electron waits for this module, so the application may still act before the `ready` event.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { folder, required } = readArguments(process.argv.slice(1));

if (folder === null) {
  process.stderr.write('usage: electron [switches] APPLICATION_FOLDER\n');
  app.exit(2);
} else {
  try {
    await loadApplication(resolve(folder), required);
  } catch (error) {
    process.stderr.write(`the application in ${resolve(folder)} could not be started\n`);
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    app.exit(1);
  }
}

function readArguments(args) {
  const required = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      if (args[index] !== undefined) required.push(args[index]);
    } else if (!argument.startsWith('-')) {
      return { folder: argument, required };
    }
  }
  return { folder: null, required };
}

async function loadApplication(applicationFolder, required) {
  const require = createRequire(join(applicationFolder, 'package.json'));
  for (const file of required) require(resolve(file));
  const described = JSON.parse(readFileSync(join(applicationFolder, 'package.json'), 'utf8'));
  process.defaultApp = true;
  const name = described.productName ?? described.name;
  if (name !== undefined) {
    app.setName(name);
    app.setDesktopName(described.desktopName ?? `${name}.desktop`);
  }
  if (described.version !== undefined) app.setVersion(described.version);
  app.setAppPath(applicationFolder);
  await import(pathToFileURL(join(applicationFolder, described.main ?? 'index.js')).href);
}
