// Values of every shape that a schema allows: of a union each member, of an enumeration each word, null where it may be.
import { z } from 'zod';

/** Gives one value for each way in which a value of the schema can be; strings are its property's name. */
export function samplesOf(schema: unknown, name = 'value'): readonly unknown[] {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return schema.options.flatMap((option) => samplesOf(option, name));
  }
  if (schema instanceof z.ZodObject) {
    let samples: readonly Record<string, unknown>[] = [{}];
    for (const [key, property] of Object.entries(schema.shape)) {
      const values = samplesOf(property, key);
      samples = samples.flatMap((sample) => values.map((value) => ({ ...sample, [key]: value })));
    }
    return samples;
  }
  if (schema instanceof z.ZodNullable) return [null, ...samplesOf(schema.unwrap(), name)];
  if (schema instanceof z.ZodArray) return [[], samplesOf(schema.element, name).slice(0, 2)];
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodLiteral) return [...schema.values];
  if (schema instanceof z.ZodNumber) return [1, 7];
  if (schema instanceof z.ZodString) return [sampleText(name)];
  throw new Error(`no sample of ${name}`);
}

/** What stands in a sample for a text: a path where it is one, else a word that no message has of itself. */
function sampleText(name: string): string {
  if (name === 'file' || name === 'path' || name === 'keptAs') return `/place/${name}`;
  return name === 'errno' ? 'EIO' : `<${name}>`;
}
