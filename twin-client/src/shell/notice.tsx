import './notice.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  /** What the reader can do: buttons or links. */
  readonly actions?: ReactNode;
  readonly code?: string;
  readonly testId?: string;
}

/** One calm block for every “nothing here”: empty, refused, off-line, broken. Says what, where, what to do, the code. */
export function Notice({ icon: Icon, title, children, actions, code, testId }: NoticeProps) {
  return (
    <section className="notice" role="status" data-testid={testId}>
      <Icon size={28} strokeWidth={1.5} aria-hidden />
      <h1>{title}</h1>
      {children !== undefined && <div className="notice-what">{children}</div>}
      {actions !== undefined && <div className="notice-actions">{actions}</div>}
      {code !== undefined && <code className="notice-code">{code}</code>}
    </section>
  );
}
