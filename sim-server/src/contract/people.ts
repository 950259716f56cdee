import { type Static, Type } from 'typebox';

/** What a person may do here. One person has one role. */
export const Role = Type.Enum(['park-manager', 'commander', 'trainer', 'trainee', 'administrator']);
export type Role = Static<typeof Role>;

export const Person = Type.Object({
  id: Type.String(),
  name: Type.String(),
  displayName: Type.String(),
  role: Role,
  disabled: Type.Boolean(),
});
export type Person = Static<typeof Person>;

/** `POST /api/session`: the session itself travels in an HttpOnly cookie, never in a body. */
export const Login = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 64 }), password: Type.String({ minLength: 1, maxLength: 256 }) },
  { additionalProperties: false },
);
export type Login = Static<typeof Login>;

export const SessionAnswer = Type.Object({ person: Person, expiresAt: Type.Integer() });
export type SessionAnswer = Static<typeof SessionAnswer>;

export const NewPerson = Type.Object(
  {
    name: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,31}$' }),
    displayName: Type.String({ minLength: 1, maxLength: 64 }),
    role: Role,
    password: Type.String({ minLength: 8, maxLength: 256 }),
  },
  { additionalProperties: false },
);
export type NewPerson = Static<typeof NewPerson>;

/** `PATCH /api/people/:id` (administrator). A new password, another role or disabling ends the person's sessions. */
export const PersonChange = Type.Object(
  {
    displayName: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    role: Type.Optional(Role),
    disabled: Type.Optional(Type.Boolean()),
    password: Type.Optional(Type.String({ minLength: 8, maxLength: 256 })),
  },
  { additionalProperties: false },
);
export type PersonChange = Static<typeof PersonChange>;
