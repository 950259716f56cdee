import { type Static, Type } from 'typebox';

/** A text in both languages of the house; neither is a translation of the other by shape. */
export const Text = Type.Object(
  { zh: Type.String({ minLength: 1, maxLength: 400 }), en: Type.String({ minLength: 1, maxLength: 400 }) },
  { additionalProperties: false },
);
export type Text = Static<typeof Text>;

/** The languages people work in. */
export type Language = keyof Text;
