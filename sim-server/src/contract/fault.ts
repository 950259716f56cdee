import { type Static, Type } from 'typebox';

/** Every refusal: a stable code (the client says it in the reader's language), one English sentence, and its parameters. */
export const ErrorAnswer = Type.Object({
  error: Type.Object({
    code: Type.String(),
    message: Type.String(),
    parameters: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  }),
});
export type ErrorAnswer = Static<typeof ErrorAnswer>;
