import { type Answer, answered, type Fault, refused } from './answer.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the contract's `ErrorAnswer`; anything else (a proxy's page, say) is an unreadable answer. */
export function faultOf(status: number, body: unknown): Fault {
  const error = isRecord(body) ? body['error'] : undefined;
  if (isRecord(error) && typeof error['code'] === 'string' && typeof error['message'] === 'string') {
    const parameters: Record<string, string | number> = {};
    if (isRecord(error['parameters'])) {
      for (const [name, value] of Object.entries(error['parameters'])) {
        if (typeof value === 'string' || typeof value === 'number') parameters[name] = value;
      }
    }
    return { code: error['code'], message: error['message'], parameters, status };
  }
  return {
    code: 'UPW_UNREADABLE',
    message: `The server answered ${status} in a form this page cannot read.`,
    parameters: { status },
    status,
  };
}

const unreachable: Fault = {
  code: 'UPW_UNREACHABLE',
  message: 'The server cannot be reached. Check the network; the page tries again by itself.',
  parameters: {},
  status: 0,
};

let onSignedOut: () => void = () => undefined;

/** Called when the server no longer knows the session (401), so that the page can ask for it again. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/**
 * Asks the server. The answer's shape is the contract's: the server serialises by the same schemas, and both come from
 * one build, so it is named here and not checked a second time.
 */
export async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch {
    return refused(unreachable);
  }
  let content: unknown;
  try {
    content = response.status === 204 ? undefined : await response.json();
  } catch {
    content = undefined;
  }
  if (response.ok) return answered(content as T);
  const fault = faultOf(response.status, content);
  if (response.status === 401 && path !== '/api/session') onSignedOut();
  return refused(fault);
}

/** Asks whether the session still holds, and says so to `whenSignedOut` when it does not. */
export async function checkSession(): Promise<void> {
  const answer = await request('GET', '/api/session');
  if (!answer.ok && answer.fault.status === 401) onSignedOut();
}
