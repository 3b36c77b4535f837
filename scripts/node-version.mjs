// Imported before everything else: stops on a Node that is too old, in words rather than a syntax error.
// Written so that a much older Node can still read it.
const needed = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  process.stderr.write(
    `[jianbao] 需要 Node.js ${needed.join('.')} 或更新的版本，当前是 ${process.versions.node}。请升级后再试。\n` +
      `[jianbao] Node.js ${needed.join('.')} or newer is needed; this is ${process.versions.node}. Please upgrade and try again.\n`,
  );
  process.exit(1);
}
