import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useSentence } from '../language/errors.ts';
import { chooseLanguage, useLanguage } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import type { Fault } from '../live/answer.ts';
import { useSession } from '../session/session.ts';
import { homeOf } from '../shell/desks.ts';
import { loginTexts } from './texts.ts';
import { Wind } from './wind.tsx';

/** Only a path of this site: never lets a link send someone elsewhere after signing in. */
function safeWay(to: string | null): string | undefined {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : undefined;
}

interface Credentials {
  readonly name: string;
  readonly password: string;
}

export function LoginForm() {
  const say = useTexts(loginTexts);
  const sentence = useSentence();
  const language = useLanguage();
  const { session, signIn } = useSession();
  const [search] = useSearchParams();
  const [fault, setFault] = useState<Fault>();
  const [working, setWorking] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  useEffect(() => {
    document.title = `${say('title')} · Upwind`;
  }, [say]);
  if (session.kind === 'signed-in')
    return <Navigate to={safeWay(search.get('to')) ?? homeOf(session.person.role)} replace />;

  const submit = async ({ name, password }: Credentials) => {
    setWorking(true);
    setFault(await signIn(name.trim(), password));
    setWorking(false);
  };
  return (
    <main className="login">
      <Wind />
      <section className="login-card panel">
        <header className="login-head">
          <img src="/upwind.svg" alt="" width={40} height={40} />
          <div>
            <h1>Upwind</h1>
            <p>{say('tagline')}</p>
          </div>
        </header>
        <Form<Credentials>
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => void submit(values)}
          size="large"
        >
          {fault !== undefined && (
            <Alert
              className="login-fault"
              type="error"
              showIcon
              title={sentence(fault)}
              data-testid="login-fault"
              data-code={fault.code}
            />
          )}
          <Form.Item
            label={say('name')}
            name="name"
            rules={[{ required: true, whitespace: true, message: say('name.needed') }]}
          >
            <Input
              autoFocus
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={64}
              data-testid="login-name"
            />
          </Form.Item>
          <Form.Item
            label={say('password')}
            name="password"
            rules={[{ required: true, message: say('password.needed') }]}
            {...(capsLock ? { extra: say('caps-lock') } : {})}
          >
            <Input.Password
              autoComplete="current-password"
              maxLength={256}
              data-testid="login-password"
              onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={working} data-testid="login-enter">
            {say('enter')}
          </Button>
        </Form>
      </section>
      <button
        type="button"
        className="login-language"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
        data-testid="login-language"
      >
        {language === 'zh' ? 'English' : '中文'}
      </button>
    </main>
  );
}
