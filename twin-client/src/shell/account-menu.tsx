import { Dropdown } from 'antd';
import { CircleUser, Languages, LogOut, Moon, Sun } from 'lucide-react';
import { chooseLanguage, useLanguage } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { usePerson, useSession } from '../session/session.ts';
import { useTheme } from '../theme/theme.ts';
import { shellTexts } from './texts.ts';

/** Who I am, the language, the light, and the way out. */
export function AccountMenu() {
  const say = useTexts(shellTexts);
  const person = usePerson();
  const language = useLanguage();
  const { name: theme, choose } = useTheme();
  const signOut = useSession((store) => store.signOut);
  if (person === undefined) return undefined;
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <Dropdown
      trigger={['click']}
      placement="topLeft"
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <span className="account-who">
                <strong>{person.displayName}</strong>
                <span>{say(`role.${person.role}`)}</span>
              </span>
            ),
          },
          { type: 'divider' },
          {
            key: 'language',
            icon: <Languages size={16} />,
            label: say('action.language'),
            onClick: () => chooseLanguage(language === 'zh' ? 'en' : 'zh'),
          },
          {
            key: 'theme',
            icon: other === 'dark' ? <Moon size={16} /> : <Sun size={16} />,
            label: say(`action.theme.${other}`),
            onClick: () => choose(other),
          },
          { type: 'divider' },
          { key: 'out', icon: <LogOut size={16} />, label: say('action.sign-out'), onClick: () => void signOut() },
        ],
      }}
    >
      <button type="button" className="rail-button" aria-label={say('account')} data-testid="account">
        <CircleUser size={20} aria-hidden />
      </button>
    </Dropdown>
  );
}
