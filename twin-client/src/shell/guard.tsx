import { Button } from 'antd';
import { ShieldX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { useLanguage } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { useSession } from '../session/session.ts';
import { type DeskId, desks, homeOf } from './desks.ts';
import { FaultNotice } from './fault-notice.tsx';
import { Notice } from './notice.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { shellTexts } from './texts.ts';

/** Only people who have signed in come past; others are brought back here after they have. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const session = useSession((store) => store.session);
  const ask = useSession((store) => store.ask);
  const { pathname, search } = useLocation();
  if (session.kind === 'asking') return <PageSkeleton />;
  if (session.kind === 'unreachable') return <FaultNotice fault={session.fault} onRetry={() => void ask()} />;
  if (session.kind === 'signed-out') {
    const back = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/login${back}`} replace />;
  }
  return children;
}

/** `/`: everyone begins at their own desk. */
export function Home() {
  const session = useSession((store) => store.session);
  return session.kind === 'signed-in' ? <Navigate to={homeOf(session.person.role)} replace /> : undefined;
}

/** Lets the desk's roles in and tells the others who may. The server judges every request again. */
export function DeskGuard({ desk: id, children }: { readonly desk: DeskId; readonly children: ReactNode }) {
  const say = useTexts(shellTexts);
  const language = useLanguage();
  const session = useSession((store) => store.session);
  const desk = desks.find((candidate) => candidate.id === id);
  if (desk === undefined || session.kind !== 'signed-in') return undefined;
  if (desk.roles.includes(session.person.role)) return children;
  const roles = desk.roles.map((role) => say(`role.${role}`)).join(language === 'zh' ? '、' : ', ');
  return (
    <Notice
      icon={ShieldX}
      title={say('not-allowed')}
      testId="not-allowed"
      actions={
        <Link to="/">
          <Button>{say('back-to-desks')}</Button>
        </Link>
      }
    >
      {say('not-allowed.what', { desk: say(id), roles, role: say(`role.${session.person.role}`) })}
    </Notice>
  );
}
