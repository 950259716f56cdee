/** Why a request has no answer: the server's own refusal, or that it could not be asked. */
export interface Fault {
  /** The server's `UPW_…` code, or `UPW_UNREACHABLE` / `UPW_UNREADABLE` made here. */
  readonly code: string;
  /** The server's English sentence: shown only when the client has no sentence of its own for the code. */
  readonly message: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
}

/** An answer or a fault: errors are values, nothing is thrown at a page. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const answered = <T>(value: T): Answer<T> => ({ ok: true, value });
export const refused = (fault: Fault): Answer<never> => ({ ok: false, fault });
