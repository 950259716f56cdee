import '../theme/base.css';
import { App as AntdApp, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo } from 'react';
import { RouterProvider } from 'react-router/dom';
import { useLanguage } from '../language/language.ts';
import { useSession } from '../session/session.ts';
import { antdTheme } from '../theme/antd-theme.ts';
import { useTheme } from '../theme/theme.ts';
import { router } from './routes.tsx';

const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Theme, language and session around the router. */
export function App() {
  const language = useLanguage();
  const themeName = useTheme((theme) => theme.name);
  const ask = useSession((store) => store.ask);
  useEffect(() => void ask(), [ask]);
  const theme = useMemo(() => {
    const chosen = antdTheme(themeName);
    return { ...chosen, token: { ...chosen.token, motion: !reducedMotion.matches } };
  }, [themeName]);
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enGB} button={{ autoInsertSpace: false }}>
      <AntdApp component={false}>
        <RouterProvider router={router} />
      </AntdApp>
    </ConfigProvider>
  );
}
