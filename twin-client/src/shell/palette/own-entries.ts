import { Languages, LogOut, Moon, Sun } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { chooseLanguage, useLanguage } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { useRole, useSession } from '../../session/session.ts';
import { useTheme } from '../../theme/theme.ts';
import { desksOf } from '../desks.ts';
import { shellTexts } from '../texts.ts';
import type { PaletteEntry } from './entries.ts';

/** Desks and the actions that are there on every page. */
export function useOwnEntries(): readonly PaletteEntry[] {
  const say = useTexts(shellTexts);
  const role = useRole();
  const language = useLanguage();
  const { name: theme, choose } = useTheme();
  const signOut = useSession((store) => store.signOut);
  const navigate = useNavigate();
  return useMemo(() => {
    if (role === undefined) return [];
    const other = theme === 'dark' ? 'light' : 'dark';
    const desks = desksOf(role).map(
      (desk): PaletteEntry => ({
        id: `desk-${desk.id}`,
        group: 'desk',
        title: say(desk.id),
        detail: say(`${desk.id}.about`),
        words: [desk.id, shellTexts.entries[desk.id].zh],
        icon: desk.icon,
        run: () => void navigate(desk.path),
      }),
    );
    const actions: PaletteEntry[] = [
      {
        id: 'language',
        group: 'action',
        title: say('action.language'),
        words: ['language', '语言', '中文', 'english'],
        icon: Languages,
        run: () => chooseLanguage(language === 'zh' ? 'en' : 'zh'),
      },
      {
        id: 'theme',
        group: 'action',
        title: say(`action.theme.${other}`),
        words: ['theme', 'dark', 'light', '主题', '深色', '浅色'],
        icon: other === 'dark' ? Moon : Sun,
        run: () => choose(other),
      },
      {
        id: 'sign-out',
        group: 'action',
        title: say('action.sign-out'),
        words: ['log out', 'sign out', '退出'],
        icon: LogOut,
        run: () => void signOut(),
      },
    ];
    return [...desks, ...actions];
  }, [say, role, language, theme, choose, signOut, navigate]);
}
