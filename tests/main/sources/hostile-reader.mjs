// A reading process that does to itself what hostile files might do to it, by the name of the file.
import { basename } from 'node:path';

process.on('message', ({ id, source }) => {
  switch (basename(source.file)) {
    case 'hang':
      for (;;);
    case 'allocate': {
      const kept = [];
      for (;;) kept.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
    }
    case 'exit':
      process.exit(3);
      break;
    case 'late':
      setTimeout(
        () => process.send({ id, result: { ok: false, error: { code: 'no-text-found', file: 'late' } } }),
        1_000,
      );
      break;
    case 'stranger':
      process.send({ id: id + 1, result: { ok: false, error: { code: 'internal', detail: 'not asked' } } });
      break;
    default:
      // What it answers tells which process read the file, and what of the environment it was given.
      process.send({
        id,
        result: {
          ok: false,
          error: { code: 'internal', detail: `${process.pid} ${Object.keys(process.env).join()}` },
        },
      });
  }
});
